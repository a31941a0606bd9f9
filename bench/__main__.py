"""`make bench`: every benchmark, or those named (`python -m bench national`)."""

import sys

from bench import explore, national, report

BENCHMARKS = {"report": report.main, "national": national.main, "explore": explore.main}

for name in sys.argv[1:] or BENCHMARKS:
    print(f"== {name}", flush=True)
    BENCHMARKS[name]()

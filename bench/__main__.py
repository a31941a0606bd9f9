"""`make bench`: every benchmark, or the one named (`python -m bench report`)."""

import sys

from bench import report

BENCHMARKS = {"report": report.main}

for name in sys.argv[1:] or BENCHMARKS:
    print(f"== {name}", flush=True)
    BENCHMARKS[name]()

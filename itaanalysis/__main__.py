"""`python -m itaanalysis` is the command `ita`."""

import sys

from itaanalysis.cli import main

sys.exit(main())

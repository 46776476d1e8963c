"""`python -m tongket` is the command `tongket`."""

import sys

from tongket.cli import main

sys.exit(main())

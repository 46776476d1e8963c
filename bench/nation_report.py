"""From the reports of a whole nation to the draft: cut, put under themes, gathered, composed, and one report more.

python -m bench.nation_report                      rows for `python -m bench`, on every database that is here
python -m bench.nation_report --units 500 SQLite   another number of units, one database
"""

import json
import sys

from bench.measure import Row, print_rows

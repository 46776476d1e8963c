"""Which function reads which kind of form; loaded in the child only, with its library. Pure."""

from collections.abc import Callable, Mapping

from tongket.reading.limits import Limits
from tongket.reviews.offline.cells import read_cells
from tongket.reviews.offline.fields import Grid
from tongket.reviews.offline.layout import FORM, OPEN_SHEET, SHEET
from tongket.reviews.offline.open_cells import read_open_cells
from tongket.reviews.offline.paper import read_tables

READERS: Mapping[str, Callable[[bytes, Limits], tuple[Grid, ...]]] = {
    SHEET: read_cells,
    OPEN_SHEET: read_open_cells,
    FORM: read_tables,
}

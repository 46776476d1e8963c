"""Small pictures of figures as SVG text: bars by unit, a trend over periods, a grid of units by state. Pure.

Values go in, one `<svg>` comes out, the same for the page and for print. Colours come from the classes of
`charts.css` on a page; `stand_alone` gives the same drawing its own style for files and PDF. Every word is given by the
caller in the reader's language; every drawing has a title and a description for those who hear it.
"""

from tongket.core.charts.bars import Bar, bars, shortened
from tongket.core.charts.grid import Cell, Legend, grid, is_named
from tongket.core.charts.svg import size_of, stand_alone
from tongket.core.charts.trend import Point, trend

__all__ = ["Bar", "Cell", "Legend", "Point", "bars", "grid", "is_named", "shortened", "size_of", "stand_alone", "trend"]

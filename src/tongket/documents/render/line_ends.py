"""Where a line ends at a slash: Word and LibreOffice keep `294/KH` together, typst would part it after the stroke.

Such a paragraph is broken here as Word breaks it, and the PDF is told the ends that it would not find by itself.
"""

import re

from tongket.documents.render.flow import LINE_END, Line
from tongket.documents.render.fonts import width_mm
from tongket.documents.render.styles import Style
from tongket.documents.render.values import Run, Text

SLASH = re.compile(r"/(?=[^\W\d_])")
# What stays on one line: up to blanks, or to a hyphen before a letter.
PART = re.compile(r"\S+?(?:[-–](?=[^\W\d_])|(?=\s)|$)\s*")


def with_ends(line: Line, style: Style, room_mm: float) -> Text:
    """The runs of `line` in a column of `room_mm`, with an end of line before what Word keeps together at a slash."""
    words = "".join(run.text for run in line.runs)
    if LINE_END in line.runs or not SLASH.search(words):
        return line.runs
    places = _widths(line.runs, style)
    first_mm = line.first_mm if line.first_mm is not None else style.first_mm
    left_mm = room_mm - (line.left_mm - line.hanging_mm if line.hanging_mm else line.left_mm + first_mm)
    ends = set()
    for part in PART.finditer(words):
        start, end = part.start(), part.start() + len(part[0].rstrip())
        begins_line = start > 0 and places[end] - places[start] > left_mm
        left_mm = (room_mm - line.left_mm if begins_line else left_mm) - places[part.end()] + places[start]
        if begins_line and SLASH.search(part[0]):
            ends.add(start)
    return _cut_at(line.runs, ends)


def _widths(runs: Text, style: Style) -> list[float]:
    """How far each letter stands from the beginning of the text when all of it is on one line, in millimetres."""
    places = [0.0]
    for run in runs:
        bold, italic = run.bold or style.bold, run.italic or style.italic
        for letter in run.text:
            places.append(places[-1] + width_mm(letter, style.size_pt, bold=bold, italic=italic))
    return places


def _cut_at(runs: Text, ends: set[int]) -> Text:
    """`runs` with LINE_END at each of the places `ends`; the blank before it goes."""
    made, place = [], 0
    for run in runs:
        begun = place
        for end in sorted(each for each in ends if place <= each < place + len(run.text)):
            made += [Run(run.text[begun - place : end - place].rstrip(), run.bold, run.italic), LINE_END]
            begun = end
        made.append(Run(run.text[begun - place :], run.bold, run.italic))
        place += len(run.text)
    return tuple(run for run in made if run.text)

"""Plain values as Markdown that shows exactly them: a unit named `*x*` or `# y` cannot change a document. Pure."""

import re

from tongket.core.text import clean
from tongket.documents.render.fences import rows_of
from tongket.documents.render.values import Drawing

# What CommonMark or the marks of annexes would read as structure anywhere on a line …
ANYWHERE = re.compile(r"([\\`*_\[\]<>|~$#])")
ENTITY = re.compile(r"&(?=#?\w+;)")
# … and what they would read so at its beginning: signs, marks of points (`1.`, `a)`, `I.`, `Điều 1.`), dashes.
AT_START = re.compile(r"^([\-+=:!])")
MARK = re.compile(r"^(\d{1,9}(?:\.\d{1,3})*|[a-zđ]{1,2}|[IVXLC]+|Điều \d{1,3}[a-zđ]?)([.)])(?=\s|$)")
DASHES = {"–": "&ndash;", "•": "&bull;"}
WRITTEN = re.compile(r"\\([!-/:-@\[-`{-~])|&(laquo|raquo|ndash|bull);")
SIGNS = {"laquo": "“", "raquo": "”", "ndash": "–", "bull": "•"}
GUILLEMETS = str.maketrans({"«": "&laquo;", "»": "&raquo;"})


def as_markdown(value: str) -> str:
    """`value` on one line of Markdown, as text and nothing else; its `«…»` are no gaps."""
    text = ENTITY.sub(r"\\&", ANYWHERE.sub(r"\\\1", clean(value)))
    text = MARK.sub(r"\1\\\2", AT_START.sub(r"\\\1", text))
    return DASHES.get(text[:1], text[:1]).translate(GUILLEMETS) + text[1:].translate(GUILLEMETS)


def as_text(markdown: str) -> str:
    """Escaped text as it was before, on one line: the reverse of `as_markdown`, whose own guillemets become quotes."""
    return WRITTEN.sub(lambda found: found[1] or SIGNS[found[2]], " ".join(markdown.split()))


def drawing_as_markdown(drawing: Drawing) -> str:
    """The drawing as its fence, which reads as this drawing; a row without a name and the tone of bars are not read."""
    rows = (f"| {as_markdown(name)} | {as_markdown(value)} |" for name, value in rows_of(drawing))
    opening = f"::: hình {drawing.shape} {as_markdown(drawing.caption)}"
    return "\n".join((opening, "", "|  |  |", "|---|---|", *rows, "", ":::"))

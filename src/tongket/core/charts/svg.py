"""The few elements of SVG that our pictures are made of, and the style of one that stands alone."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from itertools import accumulate, combinations

LETTER_HIGH = 14.0
LINE_HIGH = 17.0
WIDTHS = (("iIl.,:;'|! ", 0.29), ("tfrj()[]/1", 0.45), ("mwM", 0.9), ("W…—", 1.0))
SPACE = LETTER_HIGH * WIDTHS[0][1]
FACES = '"Be Vietnam Pro", "Tinos", "Liberation Sans", sans-serif'
# The colours of tokens.css, for a drawing that no page dresses; the same classes as in charts.css. States differ by
# ground and edge too: they are told apart where colours print grey.
STYLE = """
.chart text { font: 400 14px FACES; fill: #1b1e24; }
.chart .nm { text-anchor: end; }
.chart .vl { font-weight: 600; }
.chart .no, .chart .ax { fill: #61666f; }
.chart .ax, .chart .mid { text-anchor: middle; }
.chart .bar { fill: #474c55; }
.chart .bar.on { fill: #1a4a78; }
.chart .bar.rest { fill: #827c6f; }
.chart .grid { stroke: #dcd7cb; }
.chart .zero { stroke: #827c6f; }
.chart .hatch { stroke: #827c6f; stroke-width: 2; }
.chart .miss { stroke: #827c6f; stroke-dasharray: 3 2; }
.chart .line { fill: none; stroke: #474c55; stroke-width: 2; }
.chart .dot { fill: #474c55; stroke: #474c55; stroke-width: 2; }
.chart .dot.part { fill: #ffffff; }
.chart .cut { stroke: #834f00; stroke-dasharray: 4 3; }
.chart .why { fill: #834f00; text-anchor: middle; }
.chart .tile { stroke: #827c6f; fill: #ffffff; }
.chart .tile.s-done { fill: #1b6340; stroke: #1b6340; }
.chart .tile.s-seen { fill: #e8f2ec; stroke: #1b6340; stroke-width: 3; }
.chart .tile.s-work { fill: #e9eff5; stroke: #1a4a78; }
.chart .tile.s-back { fill: #fdf2e0; stroke: #834f00; stroke-width: 3; stroke-dasharray: 6 3; }
.chart .tile.s-late { fill: #fbeeec; stroke: #981b1e; }
.chart .sq.s-seen { stroke-width: 2; }
.chart .sq.s-back { stroke-width: 2; stroke-dasharray: 3 2; }
.chart .in-done { fill: #ffffff; }
""".strip()


def number(value: float) -> str:
    """A length of the drawing with one decimal at most: `12`, `12.5`."""
    return f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 1 else f"{value:.1f}".removesuffix(".0")


def element(name: str, body: str = "", /, **attributes: object) -> str:
    """One element; `class_` is written as `class`, `text_anchor` as `text-anchor`, an empty attribute is left out."""
    kept = [
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value) if isinstance(value, float) else str(value))}"'
        for key, value in attributes.items()
        if value != ""
    ]
    begin = f"<{name}{''.join(kept)}"
    return f"{begin}>{body}</{name}>" if body else f"{begin}/>"


def text(words: str, *, x: float, y: float, class_: str) -> str:
    """Words at a place."""
    return element("text", escape(words), class_=class_, x=float(x), y=float(y))


def lines(rows: Sequence[str], *, x: float, y: float, class_: str) -> str:
    """Words over several lines of LINE_HIGH from `y` down, the whole of them for those who hear it."""
    if len(rows) == 1:
        return text(rows[0], x=x, y=y, class_=class_)
    body = "".join(
        element("tspan", escape(row), x=float(x), y=float(y + LINE_HIGH * turn)) for turn, row in enumerate(rows)
    )
    return element("text", element("title", escape(" ".join(rows))) + body, class_=class_)


def line(class_: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return element("line", class_=class_, x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2))


def hatch(key: str) -> str:
    """The pattern that fills what is missing, under the id `key-gap`."""
    path = element("path", d="M0 0v6", class_="hatch")
    pattern = element(
        "pattern",
        path,
        id=f"{key}-gap",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def drawing(key: str, *, title: str, description: str, width: float, height: float, parts: Iterable[str]) -> str:
    """The whole picture; `key` makes its ids its own on a page."""
    heard = f"{key}-t {key}-d" if description else f"{key}-t"
    head = element("title", escape(title), id=f"{key}-t")
    head += element("desc", escape(description), id=f"{key}-d") if description else ""
    return element(
        "svg",
        "\n".join([head, *parts]),
        class_="chart",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby=heard,
    )


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing of this module, in the pixels of its letters of 14."""
    _left, _top, wide, high = svg.split('viewBox="', 1)[1].split('"', 1)[0].split()
    return float(wide), float(high)


def stand_alone(svg: str, *, width: int = 640, face: str = "") -> str:
    """A drawing of this module as a file of its own: with its name space, its style and `width` in pixels.

    Its letters are of the type face `face`, if one is named.
    """
    wide, high = size_of(svg)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{number(width * high / wide)}"'
    ground = element("rect", width=wide, height=high, fill="#ffffff")
    style = STYLE.replace("FACES", f'"{face}"' if face else FACES)
    begin, rest = svg.removeprefix("<svg").split(">", 1)
    return f"{head}{begin}>\n<style>{style}</style>\n{ground}{rest}"


# One page draws the same names again and again.
@lru_cache(maxsize=8192)
def width_of(words: str) -> float:
    """About how wide words of 14 px are, rather too wide than too narrow, so that nothing is cut at an edge."""
    letters = unicodedata.normalize("NFD", words)
    return sum(_wide(letter) for letter in letters if not unicodedata.combining(letter)) * LETTER_HIGH


def _wide(letter: str) -> float:
    """Of the height of a letter, by the shape of the page's face."""
    return next((share for letters, share in WIDTHS if letter in letters), 0.78 if letter.isupper() else 0.64)


def wrapped(words: str, most: float) -> list[str]:
    """The words whole, over as many lines as their width of 14 px needs, the lines about equally long.

    Only a word wider than a line overhangs.
    """
    parts = words.split()
    ends = [0.0, *accumulate(width_of(f"{part} ") for part in parts)]
    rows = _filled(ends, most)
    if len(rows) > 1:
        # One of the runs of words is the widest line where the lines are most equal.
        runs = {end - begin for begin, end in combinations(ends, 2) if end - begin <= most}
        rows = next(even for width in (*sorted(runs), most) if len(even := _filled(ends, width)) == len(rows))
    return [" ".join(parts[begin:end]) for begin, end in rows] or [""]


def _filled(ends: Sequence[float], most: float) -> list[tuple[int, int]]:
    """Lines with as many words in each as there is room for: the first word of each and the one behind its last."""
    rows: list[tuple[int, int]] = []
    for place in range(len(ends) - 1):
        if rows and ends[place + 1] - ends[rows[-1][0]] - SPACE <= most:
            rows[-1] = rows[-1][0], place + 1
        else:
            rows.append((place, place + 1))
    return rows

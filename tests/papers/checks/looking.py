"""Papers as the checks see them, made by hand, and what a check says of them in few words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tongket.core.findings import Finding, compose
from tongket.core.spoken.values import Spoken
from tongket.papers.checks import Sight
from tongket.papers.checks.anatomy import anatomy_of
from tongket.papers.render.values import Laid, Place
from tongket.papers.values import Limits, Name, standard_form
from tongket.reading.manuscript.values import Block, Cell, Manuscript, Nature, Paragraph, Piece, Table


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that another text has too, as the index tells them."""

    key: int
    start: int
    end: int
    words: str
    syllables: int


Check = Callable[[Sight], tuple[Finding, ...]]
LIMITS = Limits(pages=3, minutes=7, rate=200, fast_rate=220, clause="III.2")
FORM = standard_form()
LINES_A_PAGE = 36
GREETING = "Kính thưa quý vị đại biểu!"
# A paragraph that is running text by its length.
PROSE = (
    "Tổ họp vào buổi tối, hộ nào cần gì thì tự nói ra, tổ ghi vào một tờ giấy, không ghi thay, "
    "rồi chia việc cho từng người."
)
UNITS = (
    Name("Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng", ("UBMTTQVN xã Tam Thăng",)),
    Name("Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thanh"),
    Name("Ban Thường trực Ủy ban MTTQ Việt Nam phường Tân Thạnh"),
    Name("Ban Thường trực Ủy ban MTTQ Việt Nam phường An Phú"),
    Name("Hội Liên hiệp phụ nữ thành phố", ("LHPN",)),
    Name("Hội Nông dân thành phố", ("HND",)),
    Name("Ban Thường trực Ủy ban MTTQ Việt Nam thành phố"),
)


def block(said: str | Block, **dress: Any) -> Block:
    """A paragraph of one piece, or the block itself."""
    return Paragraph((Piece(said, **dress),)) if isinstance(said, str) else said


def table(*rows: Sequence[str]) -> Table:
    """A table of such rows."""
    return Table(tuple(tuple(Cell((Paragraph((Piece(words),)),)) for words in row) for row in rows))


def manuscript(*said: str | Block, nature: Nature = Nature.DOCX, **changes: Any) -> Manuscript:
    """A .docx with these blocks."""
    return Manuscript(nature, tuple(map(block, said)), **changes)


def laid(pages: float, blocks: int, *, missing: tuple[str, ...] = (), height_mm: float | None = None) -> Laid:
    """A layout in which all blocks are of one height and fill so many pages."""
    room = FORM.sheet.height_mm - FORM.sheet.top_mm - FORM.sheet.bottom_mm
    height = height_mm or pages * room / max(1, blocks)
    tops = [divmod(number * height, room) for number in range(blocks + 1)]
    places = tuple(
        Place(number, int(tops[number][0]) + 1, tops[number][1], int(tops[number + 1][0]) + 1, tops[number + 1][1])
        for number in range(blocks)
    )
    return Laid(pages, round(pages * LINES_A_PAGE), LINES_A_PAGE, places, missing)


def sight(*said: str | Block, pages: float = 2.0, tight: float = 1.8, syllables: int = 1_000, **changes: Any) -> Sight:
    """A paper of two pages and five minutes within the limits of the model plan, unless said otherwise."""
    fields = {
        name: changes.pop(name)
        for name in ("nature", "sheet", "pictures", "is_recognised", "lost", "mendings")
        if name in changes
    }
    made = manuscript(*said, **fields)
    missing = changes.pop("missing", ())
    return replace(
        Sight(
            manuscript=made,
            form=FORM,
            limits=LIMITS,
            laid=laid(pages, len(made.blocks), missing=missing),
            pages_tight=tight,
            spoken=Spoken(syllables, syllables - 50, ()),
            anatomy=anatomy_of(made),
        ),
        **changes,
    )


def codes(check: Check, of: Sight) -> list[str]:
    """The codes of what `check` finds."""
    return [finding.code for finding in check(of)]


def found(check: Check, of: Sight) -> list[str]:
    """What `check` says was found, each in one sentence."""
    return [compose(finding).found for finding in check(of)]


def told(check: Check, of: Sight) -> list[str]:
    """Whole findings in words."""
    return [str(compose(finding)) for finding in check(of)]

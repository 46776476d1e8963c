"""Sentences of what is recommended, grouped by who can answer. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.core.text import fold
from tongket.synthesis.composing.values import Earlier, Wish
from tongket.synthesis.composing.wording import bare, closed, counted, lowered, raised
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.themes.addressees import asked
from tongket.synthesis.values import Part, Passage, Source

NOBODY = "các cơ quan, đơn vị liên quan"
ANYBODY = "Chính phủ"
ASKING = re.compile(r"(?:đề nghị|kiến nghị|đề xuất)\b", re.IGNORECASE)


def wishes(found: Sequence[Wish]) -> tuple[Part, ...]:
    """A section for each addressee in the order in which most units speak to it, its recommendations within."""
    to: dict[str, list[Wish]] = {}
    for wish in sorted(found, key=lambda each: (-each.units, each.key)):
        to.setdefault(wish.to or NOBODY, []).append(wish)
    to = _gathered(to)
    ranked = sorted(to.items(), key=lambda pair: (pair[0] == NOBODY, -max(each.units for each in pair[1])))
    return tuple(
        Part(f"V.{turn}", f"{turn}. Đối với {addressee}", passages=tuple(map(_wish, theirs)))
        for turn, (addressee, theirs) in enumerate(ranked, 1)
    )


def _gathered(to: dict[str, list[Wish]]) -> dict[str, list[Wish]]:
    """Addressees whom one unit asks one thing share a section; the recommendation itself names them."""
    apart = {name: found for name, found in to.items() if name == NOBODY or len(found) > 1 or found[0].units > 1}
    rest = [_naming(wish) for name, found in to.items() if name not in apart for wish in found]
    if len(rest) <= 1:
        return to
    return {**apart, NOBODY: [*apart.get(NOBODY, ()), *rest]}


def _naming(wish: Wish) -> Wish:
    """The same with whom it asks: `Đề nghị Sở Y tế mở thêm lớp sơ cứu`; words that a person chose end with it.

    So do those that begin with a name, `Công an xã được …`, which would run into the name of whom it asks.
    """
    said = bare(wish.text)
    if fold(wish.to) in fold(said):
        return wish
    if ASKING.match(said) or not _begins_with_a_deed(said):
        return replace(wish, text=f"{said} (gửi {wish.to})")
    return replace(wish, text=f"Đề nghị {wish.to} {lowered(said)}")


def _begins_with_a_deed(said: str) -> bool:
    """Whether the name of anybody asked would be read to end where these words begin: before `bố trí kinh phí`."""
    return asked(f"Đề nghị {ANYBODY} {lowered(said)}").addressee == ANYBODY


def _wish(wish: Wish) -> Passage:
    sources = [
        Source(SourceSort.STATEMENT, each.key, bare(each.text), each.where or each.unit_name)
        for each in wish.statements
    ]
    said, figures = [], {}
    if wish.earlier is not None:
        said.append(_since(wish.earlier))
    if sources and (wish.units > 1 or wish.earlier is not None):
        number = counted(wish.units)
        said.append(f"{number} đơn vị {'nêu lại' if wish.earlier else 'kiến nghị'}")
        figures = {"don_vi": (number, sources[0])}
    if wish.earlier is not None:
        sources.append(Source(SourceSort.EARLIER, wish.earlier.key, bare(wish.earlier.text), wish.earlier.where))
    text = raised(bare(wish.text)) + (f" ({'; '.join(said)})" if said else "")
    return Passage(f"V:kien-nghi:{wish.key}", closed(text), tuple(sources), figures=figures)


def _since(earlier: Earlier) -> str:
    """That it was recommended before, and what came of it.

    Its source names the conference, which need not have been held.
    """
    if earlier.is_answered:
        return "kiến nghị đã nêu trước đây, đã được trả lời"
    return "kiến nghị đã nêu trước đây" + (", chưa được trả lời" if earlier.is_sent else "")

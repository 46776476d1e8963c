"""The report as it is printed: its sections and annexes in the Markdown of documents. Pure; official, in Vietnamese."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.documents.markdown_text import as_markdown, drawing_as_markdown
from tongket.documents.render.values import Drawing
from tongket.synthesis.composing.values import Model, Total
from tongket.synthesis.composing.wording import WITHIN, figure, lowered, share

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
NUMBERED = re.compile(r"^(?:[IVX]+|\d+)\.\s+")
SOURCES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence as it is printed, and for the annex of sources what it stands on."""

    text: str
    sources: tuple[str, ...] = ()
    vouched: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section with its sentences and the sections under it."""

    heading: str
    sentences: tuple[Printed, ...] = ()
    chapters: tuple["Chapter", ...] = ()


def body(chapters: Sequence[Chapter]) -> str:
    """The sections that say something, numbered anew so that no number is skipped."""
    parts: list[str] = []
    for turn, chapter in enumerate(_speaking(chapters)):
        parts.append(f"# {ROMAN[turn]}. {as_markdown(NUMBERED.sub('', chapter.heading))}")
        parts += _sentences(chapter)
        for number, below in enumerate(_speaking(chapter.chapters), 1):
            parts.append(f"## {number}. {as_markdown(NUMBERED.sub('', below.heading))}")
            parts += _sentences(below)
    return "\n\n".join(parts)


def _speaking(chapters: Sequence[Chapter]) -> list[Chapter]:
    return [each for each in chapters if each.sentences or _speaking(each.chapters)]


def _sentences(chapter: Chapter) -> Iterator[str]:
    """One sentence alone is a paragraph, several are points."""
    mark = "- " if len(chapter.sentences) > 1 else ""
    for sentence in chapter.sentences:
        yield f"{mark}{as_markdown(sentence.text)}"


def figures_annex(totals: Sequence[Total]) -> str:
    """The table of figures: each with its measure, the total, of how many units, and the period before."""
    rows: list[tuple[str, ...]] = []
    for number, total in enumerate(totals, 1):
        rows.append(_figure_row(str(number), total))
        rows += [_figure_row("", part, before="– ") for part in total.parts]
    heading = ("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Số đơn vị có số liệu", "Kỳ trước")
    return _annex("BẢNG SỐ LIỆU TỔNG HỢP", heading, rows, (":-:", "---", ":-:", "--:", ":-:", "--:"))


def _figure_row(number: str, total: Total, before: str = "") -> tuple[str, ...]:
    told = total.indicator
    shown = figure(total.value, told.nature, told.decimals)
    earlier = total.before
    was = f"{figure(earlier.value, told.nature, told.decimals)} ({lowered(earlier.label)})" if earlier else ""
    name = before + lowered(WITHIN.sub("", told.name)) if before else told.name
    return (number, name, told.measure, shown, share(total.number, total.expected), was)


def drawings_annex(drawings: Sequence[Drawing], *, left_out: int = 0) -> str:
    """The drawings in their order, counted in their captions; nothing where there are none.

    `left_out` indicators that the report names have no drawing; the annex says so.
    """
    if not drawings:
        return ""
    counted = (replace(each, caption=f"Hình {turn}. {each.caption}") for turn, each in enumerate(drawings, 1))
    note = (f"{left_out} chỉ tiêu khác nêu trong báo cáo xem ở bảng số liệu tổng hợp.",) if left_out else ()
    return "\n\n".join(("::: phụ lục HÌNH VẼ SỐ LIỆU TỔNG HỢP", *map(drawing_as_markdown, counted), *note, ":::"))


def models_annex(models: Sequence[Model]) -> str:
    """The list of exemplars with who runs them and where."""
    rows = [(str(number), each.name, each.owner, each.place, each.result) for number, each in enumerate(models, 1)]
    heading = ("TT", "Mô hình", "Đơn vị thực hiện", "Nơi thực hiện", "Kết quả")
    return _annex("DANH MỤC MÔ HÌNH TIÊU BIỂU", heading, rows, (":-:", "---", "---", "---", "---"))


def sources_annex(chapters: Sequence[Chapter]) -> str:
    """Every sentence with what it stands on, or who answers for it and why."""
    rows: list[tuple[str, ...]] = []
    for sentence in _all(chapters):
        rows.append((str(len(rows) + 1), sentence.text, sentence.vouched or _sources(sentence.sources)))
    return _annex("NGUỒN CỦA TỪNG CÂU TRONG BÁO CÁO", ("TT", "Câu", "Nguồn"), rows, (":-:", "---", "---"))


def _all(chapters: Sequence[Chapter]) -> Iterator[Printed]:
    for chapter in chapters:
        yield from chapter.sentences
        yield from _all(chapter.chapters)


def _sources(sources: Sequence[str]) -> str:
    once = list(dict.fromkeys(sources))
    more = f"; và {len(once) - SOURCES_SHOWN} nguồn khác" if len(once) > SOURCES_SHOWN else ""
    return "; ".join(once[:SOURCES_SHOWN]) + more


def _annex(title: str, heading: Sequence[str], rows: Sequence[Sequence[str]], sides: Sequence[str]) -> str:
    """An annex on landscape pages with one table, without the columns that nobody filled; nothing where it is empty."""
    if not rows:
        return ""
    kept = [place for place in range(len(heading)) if any(row[place] for row in rows)]
    lines = (_line([as_markdown(row[place]) for place in kept]) for row in rows)
    head = (_line([heading[place] for place in kept]), f"|{'|'.join(sides[place] for place in kept)}|")
    return "\n".join((f"::: phụ lục ngang {title}", "", *head, *lines, "", ":::"))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

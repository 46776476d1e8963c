"""Sentences from themes: how many units say it, and one of them in its own words. Pure.

The wording follows the shape of what was heard (all, nearly all, most, some, a few by name, one), and within a shape
the turn of the sentence in its section, so that a run of them does not read like a list; the same data give the same
words at every run.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reviews.rules import Kind
from tongket.synthesis.composing.values import Heard, Statement
from tongket.synthesis.composing.wording import all_of, bare, closed, counted, lowered, quoted, raised, share, some
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Passage, Source

NEARLY_ALL, MOST = 0.8, 0.5
FEW = 3
# How each kind of statement is told of: a verb for several units, and one for a unit that stands alone.
SAYING: dict[Kind, tuple[str, ...]] = {
    Kind.CONTEXT: (
        "báo cáo công tác chỉ đạo {about}",
        "nêu rõ nội dung {theme}",
        "cho biết đã quan tâm chỉ đạo {about}",
    ),
    Kind.RESULT: ("báo cáo kết quả {about}", "nêu kết quả cụ thể {about}", "đạt kết quả {about}"),
    Kind.STRENGTH: (
        "ghi nhận kết quả tích cực {about}",
        "đánh giá có chuyển biến rõ {about}",
        "nêu ưu điểm {about}",
    ),
    Kind.SHORTCOMING: (
        "còn gặp khó khăn, hạn chế {about}",
        "nêu hạn chế {about}",
        "phản ánh còn vướng mắc {about}",
    ),
    Kind.CAUSE: (
        "chỉ ra nguyên nhân từ {theme}",
        "cho rằng nguyên nhân liên quan đến {theme}",
        "nêu nguyên nhân {about}",
    ),
    Kind.LESSON: ("rút ra bài học {about}", "nêu kinh nghiệm {about}", "nhấn mạnh bài học {about}"),
    Kind.PLANNED: ("đề ra nhiệm vụ {about}", "xác định tập trung cho {theme}", "nêu phương hướng {about}"),
    Kind.EXEMPLAR: ("giới thiệu mô hình {about}", "nêu cách làm hay {about}", "xây dựng mô hình {about}"),
    Kind.RECOMMENDATION: ("kiến nghị {about}", "đề nghị {about}", "nêu kiến nghị {about}"),
}
EXAMPLE = (
    "{unit} nêu: {quote}",
    "chẳng hạn, theo {unit}, {quote}",
    "như {unit} cho biết: {quote}",
    "theo {unit}, {quote}",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The report's own measure: where the sentence stands (`III.2`), its turn there, and of how many units."""

    part: str
    turn: int
    counted: int


def themed(section: str, heard: Sequence[Heard], reported: int) -> tuple[Passage, ...]:
    """A passage for each theme, in the order given; what belongs to no theme is told unit by unit."""
    placed = [each for each in heard if each.key]
    loose = [each for each in heard if not each.key]
    told = [_theme(each, Standing(section, turn, reported)) for turn, each in enumerate(placed)]
    return (*told, *(alone(section, each.kind, said) for each in loose for said in each.statements))


def alone(section: str, kind: Kind, said: Statement) -> Passage:
    """One unit's own statement, in its words."""
    text = closed(f"{said.unit_name} nêu: {quoted(said.text)}")
    return Passage(f"{section}:{kind.value}:y-{said.key}", text, (stated(said),))


def _theme(heard: Heard, standing: Standing) -> Passage:
    slot = f"{standing.part}:{heard.kind.value}:{heard.code}"
    sources = tuple(stated(each) for each in heard.statements)
    if heard.units == 1:
        first = heard.statements[0]
        text = closed(f"{raised(about(heard.name))}, {_example(first, 0)}")
        return Passage(slot, text, sources, clause=heard.clause)
    theme = Source(SourceSort.THEME, heard.key, where=heard.name)
    words, number, whole = _opening(heard, standing)
    sayings = SAYING[heard.kind]
    saying = sayings[standing.turn % len(sayings)].format(theme=lowered(heard.name), about=about(heard.name))
    text = f"{words} {saying}; {_example(heard.statements[0], standing.turn)}" if heard.statements else saying
    figures = {"don_vi": (number, theme)} | ({"tong": (whole, theme)} if whole else {})
    return Passage(slot, closed(text), (theme, *sources), figures=figures, clause=heard.clause)


def about(theme: str) -> str:
    """`về kinh phí`; a name that holds a `về` of its own is spoken of otherwise."""
    return f"{'đối với' if ' về ' in theme else 'về'} {lowered(theme)}"


def _opening(heard: Heard, standing: Standing) -> tuple[str, str, str]:
    """Who says it: the words, and the numbers in them as printed."""
    part = heard.units / max(standing.counted, heard.units)
    fraction = share(heard.units, standing.counted)
    number, _slash, whole = fraction.partition("/")
    if heard.units >= standing.counted:
        return (
            f"{raised(all_of(heard.units))} đơn vị đều",
            counted(heard.units),
            "",
        )
    if part >= NEARLY_ALL:
        return f"Hầu hết các đơn vị ({fraction})", number, whole
    if part >= MOST:
        return f"Phần lớn các đơn vị ({fraction})" if standing.turn % 2 else f"Có {fraction} đơn vị", number, whole
    names = [each.unit_name for each in heard.statements]
    if heard.units <= FEW and len(set(names)) == heard.units:
        return f"{raised(some(names, heard.units))} ({fraction} đơn vị)", number, whole
    return f"Có {fraction} đơn vị", number, whole


def _example(said: Statement, turn: int) -> str:
    return EXAMPLE[turn % len(EXAMPLE)].format(unit=said.unit_name, quote=quoted(said.text))


def stated(said: Statement) -> Source:
    """A unit's statement as a source."""
    return Source(SourceSort.STATEMENT, said.key, quote=bare(said.text), where=said.where or said.unit_name)

"""From what the plan says to what is asked of every unit: questions by clause, the usual ones, periods. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tongket.core.dates import plain_day
from tongket.plans.facts import Facts, Item
from tongket.reviews.rules import Kind
from tongket.reviews.starter import Starter
from tongket.reviews.values import Outline, Period, Question

TITLE = "Đề cương báo cáo tổng kết"
SINCE_LAUNCH, SINCE_LAUNCH_LABEL = "tu-dau", "Từ khi phát động đến nay"
# The words that tell what a point of the plan asks for; the one that stands first in the point decides.
SUBJECTS: tuple[tuple[Kind, str], ...] = (
    (Kind.RESULT, r"kết quả"),
    (Kind.CONTEXT, r"vai trò, trách nhiệm|tình hình|đặc điểm|công tác (?:lãnh đạo|chỉ đạo|tham mưu)|tham mưu"),
    (Kind.STRENGTH, r"ưu điểm|thuận lợi|mặt được|cách làm hay"),
    (Kind.SHORTCOMING, r"hạn chế|khó khăn|vướng mắc|tồn tại|bất cập"),
    (Kind.CAUSE, r"nguyên nhân"),
    (Kind.LESSON, r"bài học|kinh nghiệm"),
    (Kind.EXEMPLAR, r"mô hình|điển hình|gương"),
    (Kind.PLANNED, r"phương hướng|nhiệm vụ, giải pháp|thời gian tới"),
    (Kind.RECOMMENDATION, r"kiến nghị|đề xuất"),
)
_KINDS = [(kind, re.compile(pattern)) for kind, pattern in SUBJECTS]
_SINCE_LAUNCH = re.compile(r"từ khi (?:phát động|triển khai|bắt đầu|ban hành)")
_YEARS = re.compile(r"\bgiai đoạn\s+(20\d\d)\s*[-–]\s*(20\d\d)")
_YEAR = re.compile(r"\bnăm\s+(20\d\d)")
_SIX_MONTHS = re.compile(r"6 tháng đầu năm\s+(20\d\d)")
HEADING_USUAL, HEADING_LONGEST = 60, 90
# With a year behind it a code still fits its column.
CODE_LONGEST = 15
_WHOSE = re.compile(r"\s(?:của|cho|và|trong|đối với|tham mưu)\s")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_OPENING = re.compile(
    r"^(?:đánh giá(?: (?:về|trong|kết quả))?|kết quả(?: (?:công tác|tham gia|thực hiện|triển khai))?)\s+(?=\w)",
    re.IGNORECASE,
)


def drafted(facts: Facts, shipped: Starter, *, today: date) -> Outline:
    """The outline as the plan and the shipped set make it, revision 1; nothing of it is stored yet."""
    asked = [_question(item) for item in facts.review]
    mentioned = [*facts.review, *facts.purpose]
    usual = [_with_clause(each, mentioned) for each in shipped.questions if _is_wanted(each, asked)]
    before = [each for each in usual if each.kind is Kind.CONTEXT]
    after = [each for each in usual if each.kind is not Kind.CONTEXT]
    return Outline(
        title=TITLE,
        revision=1,
        questions=(*before, *asked, *after),
        indicators=shipped.indicators,
        periods=(period_of(facts, shipped, today=today),),
    )


def _question(item: Item) -> Question:
    clause = item.clause or ""
    text = item.text.strip().rstrip(".;")
    return Question(
        code=code_of(clause, text),
        text=f"{text}.",
        kind=kind_of(text),
        heading=_heading(text),
        clause=clause,
    )


def code_of(clause: str, text: str) -> str:
    """A code for a question of the plan: its clause, `iii-1-1-2`; without one, its first words."""
    plain = clause or " ".join(text.split()[:6])
    return re.sub(r"[^0-9a-z]+", "-", plain.lower().encode("ascii", "ignore").decode()).strip("-")[:40] or "cau-hoi"


def kind_of(text: str) -> Kind:
    """What a point of the plan asks for, by the first word in it that tells; a result where none does."""
    plain = text.lower()
    found = [(match.start(), place) for place, (_, rule) in enumerate(_KINDS) if (match := rule.search(plain))]
    return _KINDS[min(found)[1]][0] if found else Kind.RESULT


def _heading(text: str) -> str:
    """What the point is about, short enough to stand over a box: without `Kết quả công tác`, `Đánh giá (…) trong`."""
    about = _OPENING.sub("", _ASIDE.sub("", text)).strip() or text
    whole = re.split(r"[;:(]", about, maxsplit=1)[0].strip()
    first, *more = whole.split(", ")
    for part in more:
        fits = part if len(first) + len(part) <= HEADING_USUAL else _WHOSE.split(part, maxsplit=1)[0]
        if len(first) + len(fits) > HEADING_USUAL:
            break
        first = f"{first}, {fits}"
        if fits != part:
            break
    said = first if len(first) <= HEADING_LONGEST else f"{first[:HEADING_LONGEST].rsplit(' ', 1)[0]} …"
    return said[:1].upper() + said[1:]


def _is_wanted(usual: Question, asked: Sequence[Question]) -> bool:
    """A usual question is left out where the plan itself asks for its kind; results are what most points ask for."""
    return all(each.kind is not usual.kind for each in asked)


def _with_clause(usual: Question, mentioned: Iterable[Item]) -> Question:
    """The usual question with the place of the plan that speaks of its subject; without one where none does."""
    rule = dict(_KINDS)[usual.kind]
    found = (item.clause for item in mentioned if item.clause and rule.search(item.text.lower()))
    return replace(usual, clause=next(found, None) or "")


def period_of(facts: Facts, shipped: Starter, *, today: date) -> Period:
    """The span of days that the plan reviews: since the launch, years from to, half a year, a year; else this year."""
    title = (facts.title or "").lower()
    until = _month_before(facts.issued_on or today)
    if _SINCE_LAUNCH.search(title):
        known = shipped.launched_on if shipped.words in title else date(until.year, 1, 1)
        return Period(SINCE_LAUNCH, SINCE_LAUNCH_LABEL, known, until, is_current=True)
    if several := _YEARS.search(title):
        first, last = sorted(map(int, several.groups()))
        return Period(f"{first}-{last}", f"{first}–{last}", date(first, 1, 1), date(last, 12, 31), is_current=True)
    if half := _SIX_MONTHS.search(title):
        year = int(half.group(1))
        return Period(f"{year}-h1", f"6 tháng {year}", date(year, 1, 1), date(year, 6, 30), is_current=True)
    found = _YEAR.search(title)
    return year_period(int(found.group(1)) if found else until.year, is_current=True)


def year_period(year: int, *, is_current: bool = False) -> Period:
    """The calendar year as a period."""
    return Period(str(year), f"Năm {year}", date(year, 1, 1), date(year, 12, 31), is_current=is_current)


def told_apart(earlier: Period, later: Iterable[Period]) -> Period:
    """An earlier period to stand beside `later` ones: where one has its name, it is called by its last day.

    `Từ khi phát động đến nay` of last year becomes `Từ khi phát động đến 30/9/2024`.
    """
    others = list(later)
    until = f"đến {plain_day(earlier.last_on)}"
    label, code = earlier.label, earlier.code
    if any(each.label == label for each in others):
        label = label.replace("đến nay", until) if "đến nay" in label else f"{label}, {until}"
    if any(each.code == code for each in others):
        code = f"{code[:CODE_LONGEST]}-{earlier.last_on.year}"
    return replace(earlier, code=code, label=label)


def _month_before(day: date) -> date:
    """The last day of the month before: the figures a unit can have when the plan reaches it."""
    return day.replace(day=1) - timedelta(days=1)

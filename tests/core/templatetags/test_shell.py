"""The small parts that every page repeats, as a template writes them."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from tongket.core.findings import Finding, Level
from tongket.core.templatetags.shell import clause_words

# 23:30 at Greenwich is the next morning in Vietnam.
LATE = datetime(2024, 10, 29, 23, 30, tzinfo=UTC)


def rendered(source: str, **values: object) -> str:
    return Template("{% load shell %}" + source).render(Context(values))


def test_icon_is_decoration_and_says_nothing() -> None:
    assert rendered('{% icon "upload" %}') == '<span class="i i-upload" aria-hidden="true"></span>'


def test_state_shows_its_picture_before_its_words() -> None:
    assert rendered('{% state "late" words %}', words="quá hạn <2 ngày>") == (
        '<span class="st st-late"><span class="i i-late" aria-hidden="true"></span>quá hạn &lt;2 ngày&gt;</span>'
    )


def test_quotation_within_a_quotation_is_single() -> None:
    shown = [rendered("<q>{{ said|inside_quotes }}</q>", said=said) for said in ("“Bếp ăn” nấu <120> suất", None)]

    assert shown == ["<q>‘Bếp ăn’ nấu &lt;120&gt; suất</q>", "<q></q>"]


WORDS = [
    ("III", "phần III"),
    ("III.2", "phần III, mục 2"),
    ("III.2/4", "phần III, mục 2, ý 4"),
    ("III.1.1", "phần III, mục 1.1"),
    ("III/4", "phần III, ý 4"),
]


@pytest.mark.parametrize(("clause", "words"), WORDS)
def test_clause_is_spelled_out(clause: str, words: str) -> None:
    assert clause_words(clause) == words


def test_clause_is_spelled_out_in_the_readers_language() -> None:
    with translation.override("en"):
        assert clause_words("III.2/4") == "part III, clause 2, item 4"


def test_clause_tag_opens_the_plan_there() -> None:
    assert rendered('{% clause "III.2/4" "/1/plan" %}') == (
        '<a class="clause" href="/1/plan#III.2/4" title="Mở kế hoạch: phần III, mục 2, ý 4">III.2/4</a>'
    )


def test_clause_tag_may_be_plain() -> None:
    assert rendered('{% clause "I" "/1/plan" plain=True %}') == (
        '<a class="clause plain" href="/1/plan#I" title="Mở kế hoạch: phần I">I</a>'
    )


def test_clause_tag_writes_no_foreign_markup() -> None:
    assert rendered("{% clause name plan %}", name='I"<b>', plan="/1/plan") == (
        '<a class="clause" href="/1/plan#I%22%3Cb%3E" title="Mở kế hoạch: phần I&quot;&lt;b&gt;">I&quot;&lt;b&gt;</a>'
    )


@pytest.mark.parametrize("name", [None, ""])
def test_thing_without_a_clause_has_no_tag(name: str | None) -> None:
    assert rendered('{% clause name "/1/plan" %}', name=name) == ""


DAYS = [
    ("day", date(2024, 10, 30), "thứ Tư, 30/10/2024"),
    ("day", LATE, "thứ Tư, 30/10/2024"),
    ("week_day", date(2024, 10, 27), "Chủ nhật, 27/10"),
    ("week_day", LATE, "thứ Tư, 30/10"),
    ("short_day", date(2024, 2, 3), "3/2"),
    ("short_day", LATE, "30/10"),
    ("moment", LATE, "30/10, 6:30"),
]


@pytest.mark.parametrize(("name", "value", "words"), DAYS)
def test_day_is_said_as_in_the_office(name: str, value: date, words: str) -> None:
    assert rendered("{{ value|" + name + " }}", value=value) == words


@pytest.mark.parametrize("name", ["day", "week_day", "short_day", "moment"])
def test_day_that_is_not_set_says_nothing(name: str) -> None:
    assert rendered("{{ value|" + name + " }}", value=None) == ""


def test_finding_is_put_into_words_part_by_part() -> None:
    finding = Finding("late", Level.ADVICE, found="Trễ {n} ngày.", todo="Gọi <đơn vị>.", values={"n": 2})

    source = "{% with said=finding|sentence %}{{ said.found }}|{{ said.wanted }}|{{ said.todo }}{% endwith %}"

    assert rendered(source, finding=finding) == "Trễ 2 ngày.||Gọi &lt;đơn vị&gt;."

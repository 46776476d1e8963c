import pytest

from tests.reading.making import docx, paragraph
from tongket.reading.reader import read_bytes


def level(place: int, text: str, style: str = "decimal", more: str = "", start: int = 1) -> str:
    """One level of a list."""
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{place}">{inside}</w:lvl>'


def abstract(number: int, *levels: str) -> str:
    """One abstract list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    """One list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def listed(number: int, place: int = 0, text: str = "x") -> str:
    """A paragraph in list `number` at level `place`."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    """The label that each paragraph of `body` got; their words are all "x"."""
    lines = read_bytes(docx(body, numbering=numbering, styles=styles)).lines
    return [line.text.removesuffix("x").strip() for line in lines]


PLAN = abstract(1, level(0, "%1.", "upperRoman"), level(1, "%2."), level(2, "%2.%3."), level(3, "%4)", "lowerLetter"))


def test_levels_count_within_each_other() -> None:
    body = "".join(listed(1, place) for place in (0, 1, 2, 2, 1, 2, 3, 3, 0, 1, 2))

    assert labels(body, PLAN + num(1, 1)) == ["I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "b)", "II.", "1.", "1.1."]


def test_a_level_that_was_skipped_counts_as_begun() -> None:
    body = "".join(listed(1, place) for place in (2, 1, 2, 0))

    assert labels(body, PLAN + num(1, 1)) == ["1.1.", "2.", "2.1.", "II."]


def test_paragraphs_between_do_not_disturb() -> None:
    assert labels(listed(1) + paragraph("x") + listed(1), PLAN + num(1, 1)) == ["I.", "", "II."]


def test_an_empty_paragraph_of_a_list_counts_and_is_not_written() -> None:
    assert labels(listed(1) + listed(1, text="") + listed(1), PLAN + num(1, 1)) == ["I.", "III."]


def test_two_lists_of_one_abstract_go_on_counting() -> None:
    assert labels(listed(1) + listed(2) + listed(1), PLAN + num(1, 1) + num(2, 1)) == ["I.", "II.", "III."]


def test_a_list_with_a_start_of_its_own_starts_anew_once() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = listed(1) + listed(1) + listed(2) + listed(2) + listed(1) + listed(2)

    assert labels(body, PLAN + num(1, 1) + num(2, 1, anew)) == ["I.", "II.", "I.", "II.", "III.", "IV."]


def test_a_list_may_redefine_a_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "Điều %1.", start=5)}</w:lvlOverride>'

    assert labels(listed(2) + listed(2), PLAN + num(2, 1, other)) == ["Điều 5.", "Điều 6."]


def test_levels_start_where_they_say() -> None:
    numbering = abstract(1, level(0, "%1", start=3), level(1, "%1.%2", "decimalZero", start=0)) + num(1, 1)

    assert labels(listed(1) + listed(1, 1) + listed(1, 1), numbering) == ["3", "3.00", "3.01"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "1", "a", "2", "a", "2", "1", "a"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "1", "a", "2", "b", "2", "1", "c"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "1", "a", "2", "b", "2", "1", "a"]),
    ],
)
def test_a_level_restarts_after_the_level_it_names(restart: str, expected: list[str]) -> None:
    numbering = abstract(1, level(0, "%1"), level(1, "%2"), level(2, "%3", "lowerLetter", restart)) + num(1, 1)
    body = "".join(listed(1, place) for place in (0, 1, 2, 1, 2, 0, 1, 2))

    assert labels(body, numbering) == expected


def test_legal_numbering_writes_all_levels_in_digits() -> None:
    numbering = abstract(1, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="<w:isLgl/>")) + num(1, 1)

    assert labels(listed(1) + listed(1) + listed(1, 1), numbering) == ["I.", "II.", "2.1."]


@pytest.mark.parametrize(
    ("bullet", "written"),
    [("\uf0b7", "-"), ("–", "-"), ("o", "-"), ("+", "+"), ("•", "•"), ("*", "*"), ("", "")],
)
def test_a_bullet_is_written_as_a_person_would(bullet: str, written: str) -> None:
    assert labels(listed(1), abstract(1, level(0, bullet, "bullet")) + num(1, 1)) == [written]


def test_a_label_without_number_is_its_words() -> None:
    assert labels(listed(1), abstract(1, level(0, "Phần", "none")) + num(1, 1)) == ["Phần"]


@pytest.mark.parametrize("body", [listed(0), listed(9), listed(1, 8), listed(1, 20), listed(1, -1)])
def test_a_list_or_level_that_is_not_there_gives_no_label(body: str) -> None:
    assert labels(body, PLAN + num(1, 1) + num(3, 77)) == [""]


HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def styled(style: str, more: str = "") -> str:
    return paragraph("x", f'<w:pStyle w:val="{style}"/>{more}')


def test_a_style_gives_its_list_and_the_list_the_level_of_the_style() -> None:
    numbering = abstract(
        1, level(0, "%1.", more='<w:pStyle w:val="H1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="H2"/>')
    )
    body = styled("H1") + styled("H2") + styled("H2") + styled("H1")

    assert labels(body, numbering + num(1, 1), HEADINGS) == ["1.", "1.1", "1.2", "2."]


def test_a_style_may_name_the_level_itself() -> None:
    assert labels(styled("H1") + styled("H3"), PLAN + num(1, 1), HEADINGS) == ["I.", "1."]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'

    assert labels(styled("H1", off) + styled("H1"), PLAN + num(1, 1), HEADINGS) == ["", "I."]


def test_a_list_may_be_defined_by_a_style() -> None:
    link = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
    style = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'

    assert labels(listed(2) + listed(2), PLAN + num(1, 1) + link + num(2, 2), style) == ["I.", "II."]


def test_the_indent_of_a_list_is_the_paragraphs() -> None:
    indented = level(0, "%1.").replace("</w:lvl>", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>')
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="200"/>'
    document = read_bytes(docx(listed(1) + paragraph("x", own), numbering=abstract(1, indented) + num(1, 1)))

    assert [line.indent for line in document.lines] == [36.0, 10.0]

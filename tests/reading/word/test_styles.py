"""How a paragraph or a run looks once its styles have been asked."""

import pytest
from lxml import etree

from tests.reading.making import NAMES
from tongket.reading.word.markup import parse as parsed
from tongket.reading.word.markup import path, value
from tongket.reading.word.styles import Sheet, left_indent, read_sheet

BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr>'
    "<w:rPr><w:b/><w:caps/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Head2"><w:basedOn w:val="Head"/><w:rPr><w:caps w:val="0"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
)


def element(inside: str, name: str = "rPr") -> etree._Element:
    return parsed(f"<w:{name} {NAMES}>{inside}</w:{name}>".encode())


def sheet(styles: str = BASE, defaults: str = "") -> Sheet:
    return read_sheet(element(f"{defaults}{styles}", "styles"))


CHAINS = [
    ("Normal", ["Normal"]),
    ("Head", ["Head", "Normal"]),
    ("Head2", ["Head2", "Head", "Normal"]),
    ("Unknown", []),
    ("", []),
]


@pytest.mark.parametrize(("style", "chain"), CHAINS)
def test_chain_goes_from_the_style_to_what_it_is_based_on(style: str, chain: list[str]) -> None:
    assert sheet().chain(style) == chain


def test_styles_based_on_each_other_end_where_the_circle_closes() -> None:
    circle = '<w:style w:styleId="{0}"><w:basedOn w:val="{1}"/></w:style>'

    found = sheet("".join(circle.format(*pair) for pair in ("AB", "BC", "CA")))

    assert found.chain("B") == ["B", "C", "A"]
    assert found.find("B", path("rPr", "b")) is None


def test_nearest_style_answers() -> None:
    found = sheet()

    assert [value(found.find(style, path("pPr", "jc"))) for style in ("Normal", "Head", "Head2")] == [
        "both",
        "center",
        "center",
    ]


@pytest.mark.parametrize(
    ("properties", "style"),
    [
        (None, "Normal"),
        (element("", "pPr"), "Normal"),
        (element('<w:pStyle w:val="Head"/>', "pPr"), "Head"),
        (element('<w:pStyle w:val="Gone"/>', "pPr"), "Normal"),
    ],
)
def test_paragraph_without_a_known_style_has_the_default_one(properties: etree._Element | None, style: str) -> None:
    assert sheet().paragraph_style(properties) == style


@pytest.mark.parametrize("mark", ["", 'w:default="0"', 'w:default="false"', 'w:default="off"'])
def test_style_that_is_not_marked_as_default_is_none(mark: str) -> None:
    assert sheet(f'<w:style w:type="paragraph" {mark} w:styleId="A"/>').default == ""


def test_default_style_of_letters_is_not_that_of_paragraphs() -> None:
    assert sheet('<w:style w:type="character" w:default="1" w:styleId="A"/>').default == ""


TOGGLES = [
    ("b", "<w:b/>", "Normal", True),
    ("b", "", "Normal", False),
    ("b", "", "Head", True),
    ("b", '<w:b w:val="0"/>', "Head", False),
    ("b", '<w:rStyle w:val="Strong"/>', "Normal", True),
    ("b", '<w:rStyle w:val="Strong"/>', "Head", False),
    ("b", '<w:rStyle w:val="Strong"/><w:b/>', "Head", True),
    ("b", '<w:rStyle w:val="Gone"/>', "Head", True),
    ("caps", "", "Head", True),
    ("caps", "", "Head2", False),
    ("i", "", "Head", False),
]


@pytest.mark.parametrize(("name", "run", "style", "holds"), TOGGLES)
def test_toggle_is_decided_by_the_run_else_by_one_of_two_styles(
    name: str, run: str, style: str, *, holds: bool
) -> None:
    assert sheet().toggle(name, element(run), style) is holds


def test_run_without_properties_is_as_its_paragraph() -> None:
    assert (sheet().toggle("b", None, "Head"), sheet().toggle("b", None, "Normal")) == (True, False)


def test_default_of_the_document_holds_whatever_the_styles_say() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"

    found = sheet(defaults=defaults)

    assert [found.toggle("i", element(run), "Head") for run in ("", '<w:i w:val="0"/>')] == [True, False]


CENTRED = [
    ("", "Head", True),
    ("", "Normal", False),
    ('<w:jc w:val="left"/>', "Head", False),
    ('<w:jc w:val="center"/>', "Normal", True),
    ("", "Gone", False),
]


@pytest.mark.parametrize(("properties", "style", "centred"), CENTRED)
def test_centre_is_the_paragraphs_own_or_its_styles(properties: str, style: str, *, centred: bool) -> None:
    assert sheet().is_centred(element(properties, "pPr"), style) is centred


def test_property_comes_from_the_document_where_nothing_nearer_has_it() -> None:
    defaults = '<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrDefault></w:docDefaults>'

    found = sheet(defaults=defaults)

    assert (found.is_centred(None, "Gone"), found.is_centred(None, "Normal")) == (True, False)


@pytest.mark.parametrize(
    ("attributes", "points"),
    [
        ('w:left="720"', 36.0),
        ('w:start="360"', 18.0),
        ('w:left="-100" w:start="360"', -5.0),
        ('w:firstLine="720"', None),
        ('w:left="xa"', None),
    ],
)
def test_left_indent_is_given_in_points(attributes: str, points: float | None) -> None:
    assert left_indent(parsed(f"<w:ind {NAMES} {attributes}/>".encode())) == points


def test_document_without_styles_has_an_empty_sheet() -> None:
    empty = read_sheet(None)

    assert (empty.styles, empty.default, empty.toggle("b", None, ""), left_indent(None)) == ({}, "", False, None)

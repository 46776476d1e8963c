"""What a run and a paragraph look like once defaults, styles and their own settings are put together."""

from dataclasses import replace

import pytest

from tests.reading.making import paragraph, run
from tests.reading.manuscript.making import manuscript, paragraphs, tables
from tongket.reading.manuscript.values import Align, Paragraph, Piece, Spacing

BASE = Piece("chữ", size_pt=10.0)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:ind w:firstLine="567"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="both"/><w:ind w:left="200"/>'
    '</w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:b/><w:i/><w:sz w:val="20"/><w:u w:val="single"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="table" w:styleId="T"><w:pPr><w:spacing w:after="0" w:line="240"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
)


def piece(properties: str, *, paragraph_properties: str = "", styles: str = "") -> Piece:
    found = manuscript(
        paragraph("", paragraph_properties, inside=run("chữ", properties)) + paragraph("khác"), styles=styles
    )
    return paragraphs(found)[0].pieces[0]


def first(properties: str, *, styles: str = "") -> Paragraph:
    return paragraphs(manuscript(paragraph("chữ", properties), styles=styles))[0]


@pytest.mark.parametrize(
    ("properties", "dressed"),
    [
        ("", BASE),
        ("<w:b/><w:i/>", replace(BASE, bold=True, italic=True)),
        ('<w:u w:val="single"/>', replace(BASE, underlined=True)),
        ('<w:u w:val="none"/>', BASE),
        ('<w:vertAlign w:val="superscript"/>', replace(BASE, raised=True)),
        ('<w:vertAlign w:val="subscript"/>', replace(BASE, lowered=True)),
        ('<w:sz w:val="12"/><w:position w:val="8"/>', replace(BASE, raised=True)),
        ('<w:sz w:val="12"/><w:position w:val="-4"/>', replace(BASE, lowered=True)),
        ('<w:position w:val="8"/>', BASE),
        ('<w:sz w:val="27"/>', replace(BASE, size_pt=13.5)),
        ('<w:sz w:val="to"/>', BASE),
        ('<w:spacing w:val="-8"/>', replace(BASE, letter_gap_pt=-0.4)),
        ('<w:w w:val="85"/>', replace(BASE, width=0.85)),
        ('<w:w w:val="85%"/>', replace(BASE, width=0.85)),
        ('<w:w w:val="0"/>', BASE),
        ("<w:caps/>", replace(BASE, text="CHỮ")),
        ("<w:vanish/>", replace(BASE, is_hidden=True)),
        ('<w:sz w:val="3"/>', replace(BASE, size_pt=1.5, is_hidden=True)),
        ('<w:sz w:val="4"/>', replace(BASE, size_pt=2.0)),
        ('<w:color w:val="FFFFFF"/>', replace(BASE, is_hidden=True)),
        ('<w:color w:val="F2F0EE"/>', replace(BASE, is_hidden=True)),
        ('<w:color w:val="D0D0D0"/>', BASE),
        ('<w:color w:val="auto"/>', BASE),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>', BASE),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FEFEFE"/>', replace(BASE, is_hidden=True)),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="solid" w:fill="auto"/>', BASE),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>', BASE),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>', replace(BASE, is_hidden=True)),
    ],
)
def test_dress_of_a_run(properties: str, dressed: Piece) -> None:
    assert piece(properties) == dressed


def test_white_words_on_a_dark_paragraph_are_read() -> None:
    white = '<w:color w:val="FFFFFF"/>'

    assert piece(white, paragraph_properties='<w:shd w:val="clear" w:fill="1F3864"/>') == BASE


def test_size_comes_down_the_styles() -> None:
    assert piece("", styles=STYLES).size_pt == 12.0
    assert piece("", paragraph_properties='<w:pStyle w:val="B"/>', styles=STYLES) == replace(
        BASE, bold=True, size_pt=14.0
    )
    # Bold of the letters' style cancels bold of the paragraph's (17.7.3).
    assert piece('<w:rStyle w:val="C"/>', paragraph_properties='<w:pStyle w:val="B"/>', styles=STYLES) == replace(
        BASE, italic=True, underlined=True
    )
    assert piece('<w:rStyle w:val="C"/><w:sz w:val="26"/>', styles=STYLES).size_pt == 13.0


def test_words_in_a_table_take_what_its_style_says() -> None:
    cell = f"<w:tc>{paragraph('chữ')}</w:tc>"
    found = manuscript(f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr>{cell}</w:tr></w:tbl>', styles=STYLES)

    inside = tables(found)[0].rows[0][0].paragraphs[0]
    assert (inside.pieces[0].size_pt, inside.spacing) == (9.0, Spacing(first_line_pt=28.35))


@pytest.mark.parametrize(
    ("spacing", "wanted"),
    [
        ("", Spacing()),
        ('w:line="276"', Spacing(lines=1.15)),
        ('w:line="360" w:lineRule="auto"', Spacing(lines=1.5)),
        ('w:line="300" w:lineRule="exact"', Spacing(exact_pt=15.0)),
        ('w:line="120" w:lineRule="atLeast"', Spacing()),
        ('w:line="400" w:lineRule="atLeast"', Spacing(exact_pt=20.0)),
        ('w:before="120" w:after="60"', Spacing(before_pt=6.0, after_pt=3.0)),
        ('w:before="12pt"', Spacing(before_pt=12.0)),
        ('w:before="inf" w:after="nan"', Spacing()),
        ('w:before="100" w:beforeAutospacing="1"', Spacing(before_pt=14.0)),
        ('w:after="100" w:afterAutospacing="0"', Spacing(after_pt=5.0)),
    ],
)
def test_distances_of_a_paragraph(spacing: str, wanted: Spacing) -> None:
    assert first(f"<w:spacing {spacing}/>").spacing == wanted


@pytest.mark.parametrize(
    ("indent", "wanted"),
    [
        ('w:left="720" w:right="360"', Spacing(left_pt=36.0, right_pt=18.0)),
        ('w:start="720" w:end="360"', Spacing(left_pt=36.0, right_pt=18.0)),
        ('w:left="720" w:hanging="360"', Spacing(left_pt=36.0, first_line_pt=-18.0)),
        ('w:firstLine="567"', Spacing(first_line_pt=28.35)),
    ],
)
def test_indents_of_a_paragraph(indent: str, wanted: Spacing) -> None:
    assert first(f"<w:ind {indent}/>").spacing == wanted


def test_settings_of_a_paragraph_are_inherited_one_by_one() -> None:
    styled = '<w:pStyle w:val="B"/>'

    assert first(styled, styles=STYLES).spacing == Spacing(
        lines=259 / 240, after_pt=8.0, first_line_pt=28.35, left_pt=10.0
    )
    assert first(f'{styled}<w:ind w:hanging="200"/>', styles=STYLES).spacing.first_line_pt == -10.0
    assert first(f'{styled}<w:spacing w:line="240"/>', styles=STYLES).spacing == Spacing(
        after_pt=8.0, first_line_pt=28.35, left_pt=10.0
    )


@pytest.mark.parametrize(
    ("value", "align"),
    [
        ("both", Align.JUSTIFY),
        ("center", Align.CENTER),
        ("end", Align.RIGHT),
        ("right", Align.RIGHT),
        ("start", Align.LEFT),
        ("distribute", Align.JUSTIFY),
    ],
)
def test_alignment(value: str, align: Align) -> None:
    assert first(f'<w:jc w:val="{value}"/>').align is align

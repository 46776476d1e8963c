"""A page brings no script and no style of its own: its policy would refuse them, and they would hide from review."""

import re

import pytest

from tests.conventions.tree import style_sheets, templates

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "a script without src": re.compile(r"<script\b(?![^>]*\ssrc=)"),
    "a handler attribute": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "an address elsewhere": re.compile(r"(?:src|href|action)=[\"']?(?:https?:)?//"),
}
DATA_SCRIPT = re.compile(r"<script\b[^>]*type=\"application/json\"[^>]*>")


def inline_parts(template: str) -> list[str]:
    """What a template carries inline or fetches from elsewhere; data for a script (`application/json`) may stay."""
    bare = DATA_SCRIPT.sub("", template)
    return [name for name, pattern in INLINE.items() if pattern.search(bare)]


def foreign_parts(style_sheet: str) -> list[str]:
    """Addresses in a style sheet that lead out of the installation; pictures written in place may stay."""
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", style_sheet)
    return [each for pair in addresses for each in pair if re.match(r"(?:https?:)?//", each)]


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('<script src="{% static \'a.js\' %}" type="module"></script>', []),
        ('<script type="application/json" id="d">{}</script>', []),
        ('<p class="style">on = 1</p>', []),
        ('<p style="color:red">', ["a style attribute"]),
        ("<style>p{}</style>", ["a style element"]),
        ("<script>go()</script>", ["a script without src"]),
        ('<a onclick="go()">', ["a handler attribute"]),
        ('<a href="javascript:go()">', ["a script address"]),
        ('<script src="https://example.org/a.js"></script>', ["an address elsewhere"]),
    ],
)
def test_inline_rule_knows_good_from_bad(template: str, found: list[str]) -> None:
    assert inline_parts(template) == found


def test_style_sheet_rule_knows_good_from_bad() -> None:
    assert foreign_parts("a { mask: url('data:image/svg+xml,%3Csvg') } b { src: url(fonts/a.woff2) }") == []
    assert foreign_parts('@import "//example.org/a.css"; b { src: url(https://example.org/a.woff2) }') == [
        "//example.org/a.css",
        "https://example.org/a.woff2",
    ]


def test_templates_carry_nothing_inline() -> None:
    found = {place: inline_parts(text) for place, text in templates().items()}

    assert {place: parts for place, parts in found.items() if parts} == {}


def test_style_sheets_fetch_nothing_from_elsewhere() -> None:
    found = {place: foreign_parts(text) for place, text in style_sheets().items()}

    assert {place: parts for place, parts in found.items() if parts} == {}

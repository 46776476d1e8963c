"""Words for people go through the catalogues: none stands bare in a template or in a module that knows Django."""

import ast
import re
import unicodedata
from html.parser import HTMLParser

import pytest
from django.template.base import Lexer, TokenType

from catalogue import KEYWORDS
from tests.conventions.tree import Module, modules, parsed, templates

# Names stay as they are in every language.
NAMES = {"Tổng Kết", "English", "Tiếng Việt", "TK"}
SPOKEN = {"title", "placeholder", "alt", "label", "aria-label", "aria-description", "data-label", "data-confirm"}
# Forms in which people type, the same in either language.
TYPED = {"%H giờ %M"}
# Places whose Vietnamese words are no interface, each with its reason; documents and plans are never translated.
NO_INTERFACE_TEMPLATES: dict[str, str] = {}
NO_INTERFACE_MODULES: dict[str, str] = {
    "config/server.py": "what the command line prints, Vietnamese like its help",
    "conferences/commands.py": "what the command line prints, Vietnamese like its help",
    "mailbox/reminder_commands.py": "what the command line prints, Vietnamese like its help",
    "mailbox/queries/reminder_words.py": "the names of gaps in a letter, as the office writes them",
    "conferences/correction_commands.py": "what the command line prints, Vietnamese like its help",
    "documents/queries/volume.py": "the printed list of exhibits, official text",
    "documents/queries/certificates.py": "what a certificate says, official text",
    "documents/commands.py": "what the command line prints, Vietnamese like its help",
    "documents/actions/plan.py": "a note kept with the step, in the language of the office",
    "mailbox/tray_commands.py": "what the command line prints, Vietnamese like its help",
    "synthesis/commands.py": "what the command line prints, Vietnamese like its help",
    "synthesis/queries/printed.py": "who vouches, as the annex of the report prints it, official text",
    "synthesis/queries/material.py": "what the plan calls the movement, official text",
    "synthesis/queries/recommendations.py": "how many units recommend, as the letter prints it, official text",
    "conferences/queries/listing.py": "a duty as one line of the command line",
}
NO_INTERFACE_ROOMS = ("demo/",)  # sample data: names, letters and notes of a made-up office
CLASS_BLOCK = re.compile(r"{% block \w*class %}.*?{% endblock %}")
WORD = re.compile(r"[^\W\d_]{2,}")
GAP = "\N{OBJECT REPLACEMENT CHARACTER}"


class Visible(HTMLParser):
    """Collects what a reader would see or hear of a page: its text and its spoken attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen += [value for name, value in attrs if name in SPOKEN and value]

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


def bare_words(template: str) -> list[str]:
    """What a template shows outside `{% trans %}` and `{% blocktrans %}`: nothing with words but names and codes."""
    page, inside = [], False
    for token in Lexer(CLASS_BLOCK.sub("", template)).tokenize():
        if token.token_type is TokenType.TEXT:
            page.append(GAP if inside else token.contents)
        elif token.token_type is TokenType.BLOCK:
            inside = _still_inside(token.contents, inside=inside)
    reader = Visible()
    reader.feed("".join(page))
    reader.close()
    texts = [text.strip().strip("·→←×…: ") for text in "\0".join(reader.seen).replace(GAP, "\0").split("\0")]
    return [text for text in texts if WORD.search(text) and not text.isupper() and text not in NAMES]


def _still_inside(tag: str, *, inside: bool) -> bool:
    word = tag.split()[0]
    if word in {"blocktrans", "blocktranslate", "comment"}:
        return True
    return inside and word not in {"endblocktrans", "endblocktranslate", "endcomment"}


def bare_arguments(template: str) -> list[str]:
    """Vietnamese words inside the tags of a template: only `trans` and `_()` may carry them."""
    found = []
    for token in Lexer(template).tokenize():
        is_tag = token.token_type in {TokenType.BLOCK, TokenType.VAR}
        if is_tag and token.contents.split()[0] not in {"trans", "translate", "comment"}:
            rest = re.sub(r"_\((\".*?\"|'.*?')\)", "", token.contents)
            found += [rest] if is_vietnamese(rest) else []
    return found


def is_vietnamese(text: str) -> bool:
    """Whether `text` has a letter that English has not."""
    letters = unicodedata.normalize("NFD", text)
    return any(letter in "đĐ" or unicodedata.combining(letter) for letter in letters)


def bare_strings(module: Module) -> list[str]:
    """Vietnamese string literals of a module that knows Django; a call of gettext or `words` may carry them."""
    if not _knows_django(module) or module.place in NO_INTERFACE_MODULES or module.place.startswith(NO_INTERFACE_ROOMS):
        return []
    marked = {leaf for node in ast.walk(module.tree) if _is_translation(node) for leaf in ast.walk(node)}
    return [
        f"{module.place}:{node.lineno} {node.value!r}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in marked
        if is_vietnamese(node.value) and node not in _docstrings(module) and node.value not in NAMES | TYPED
    ]


def _knows_django(module: Module) -> bool:
    names = [alias.name for node in ast.walk(module.tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom)]
    return any(name.split(".")[0] in {"django", "ninja"} for name in names)


def _is_translation(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS


def _docstrings(module: Module) -> set[ast.AST]:
    return {node.value for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>{% trans 'Hạn' %} · {{ day }}</p>", []),
        ("<p>{% blocktrans %}Hạn <b>{{ day }}</b>{% endblocktrans %}</p>", []),
        ("<p title=\"{% trans 'Hạn' %}\">7:30</p>", []),
        ("<a class='brand'>Tổng Kết</a>", []),
        ("{% block body_class %}p-door{% endblock %}", []),
        ("<input placeholder='305/KH-MTTQ-BTT'>", []),
        ("{# Ghi chú #}{% comment %}Ghi chú{% endcomment %}<p></p>", []),
        ("<p>Hạn</p>", ["Hạn"]),
        ("<p>Xem</p>", ["Xem"]),
        ('<input placeholder="Hạn nộp">', ["Hạn nộp"]),
        ("<p>{% trans 'Hạn' %}: trước ngày</p>", ["trước ngày"]),
    ],
)
def test_template_rule_knows_good_from_bad(template: str, found: list[str]) -> None:
    assert bare_words(template) == found


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("{% include 'field.html' with title=_('Hạn') %}", []),
        ("{{ note|default:_('Không có') }}", []),
        ("{% include 'field.html' with title='Hạn' %}", ["include 'field.html' with title='Hạn'"]),
        ("{{ note|default:'Không có' }}", ["note|default:'Không có'"]),
    ],
)
def test_argument_rule_knows_good_from_bad(template: str, found: list[str]) -> None:
    assert bare_arguments(template) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('title = _("Hạn")', []),
        ('def f():\n    """Như “Lấy lại”."""', []),
        ('raise ValueError("late")', []),
        ('title = "Hạn"', ["papers/views.py:2 'Hạn'"]),
        ('title = f"Hạn {day}"', ["papers/views.py:2 'Hạn '"]),
    ],
)
def test_python_rule_knows_good_from_bad(code: str, found: list[str]) -> None:
    assert bare_strings(parsed(f"from django import forms\n{code}")) == found


def test_python_rule_leaves_pure_modules_their_lexicons() -> None:
    assert bare_strings(parsed('UNIT_WORDS = ("xã", "phường")')) == []


def test_templates_show_only_translated_words() -> None:
    shown = {place: bare_words(text) for place, text in templates().items() if place not in NO_INTERFACE_TEMPLATES}

    assert {place: words for place, words in shown.items() if words} == {}


def test_tags_carry_only_translated_words() -> None:
    carried = {place: bare_arguments(text) for place, text in templates().items()}

    assert {place: words for place, words in carried.items() if words} == {}


def test_modules_that_know_django_carry_only_translated_words() -> None:
    assert [line for module in modules() for line in bare_strings(module)] == []


def test_exceptions_name_files_that_are_there() -> None:
    known = {module.place for module in modules()} | set(templates())

    assert sorted({*NO_INTERFACE_MODULES, *NO_INTERFACE_TEMPLATES} - known) == []

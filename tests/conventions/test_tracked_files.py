"""What is tracked speaks of the project alone: no path of somebody's machine, no address of a package registry."""

import re

import pytest

from tests.conventions.tree import ROOT, tracked_files

MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users)/[\w.-]+")
REGISTRY = re.compile(
    r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|yarnpkg|artifactory|nexus)[\w.-]*|(?:--|^)(?:extra-)?index-url",
    re.MULTILINE,
)
BINARY = (".eml", ".docx", ".pdf", ".xlsx", ".png", ".jpg", ".woff2")
ITSELF = "tests/conventions/test_tracked_files.py"


def machine_words(text: str) -> list[str]:
    """Paths of one machine and registry addresses in `text`."""
    return [match.group() for pattern in (MACHINE_PATH, REGISTRY) for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wget /usr/share/fonts", []),
        ("see docs/work/plan.md", []),
        ("open /home/lan/tongket", ["/home/lan"]),
        ("cd /work/main", ["/work/main"]),
        ("from https://pypi.org/simple", ["https://pypi.org"]),
        ("--index-url x", ["--index-url"]),
    ],
)
def test_rule_knows_good_from_bad(text: str, found: list[str]) -> None:
    assert machine_words(text) == found


def test_tracked_files_name_no_machine_and_no_registry() -> None:
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in tracked_files() if not name.endswith(BINARY)}
    found = {name: machine_words(text) for name, text in texts.items() if name != ITSELF}

    assert {name: words for name, words in found.items() if words} == {}


def test_no_build_product_is_tracked() -> None:
    products = (".mo", ".pyc", ".woff2", ".sqlite3", ".egg-info")

    assert [name for name in tracked_files() if name.endswith(products)] == []

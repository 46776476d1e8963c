"""The name of how this release sorts changes with every file that sorting is made of."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tongket.synthesis.themes.form import HERE, MADE_OF, digest_of

ROOM = "tongket.synthesis.themes."


def reached(name: str, seen: set[str]) -> Iterator[str]:
    """The files of this room that a module of it is made of: what it imports and the words it reads."""
    if name in seen:
        return
    seen.add(name)
    yield name
    for node in ast.walk(ast.parse((HERE / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(ROOM):
            yield from reached(f"{(node.module or '').removeprefix(ROOM)}.py", seen)
        if isinstance(node, ast.Constant) and str(node.value).endswith(".toml") and " " not in str(node.value):
            yield str(node.value)


def test_the_form_names_every_file_of_this_room_that_sorting_is_made_of() -> None:
    seen = set[str]()

    assert tuple(sorted({*reached("news.py", seen), *reached("packing.py", seen)})) == MADE_OF


def test_a_weight_or_a_word_more_is_another_form(tmp_path: Path) -> None:
    file = tmp_path / "weights.py"
    file.write_text("DOUBT = 0.15\n", encoding="utf-8")
    before = digest_of([file])

    file.write_text("DOUBT = 0.16\n", encoding="utf-8")

    assert digest_of([file]) != before

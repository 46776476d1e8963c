"""The files that the rules read: modules with their syntax trees, templates, style sheets, what git tracks."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/tongket"
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One module of the product: its place below `src/tongket`, its text and its syntax tree."""

    place: str
    text: str
    tree: ast.Module


def parsed(text: str, place: str = "papers/views.py") -> Module:
    """A module made of `text`, for the samples of a rule."""
    return Module(place, text, ast.parse(text))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the product, migrations left out."""
    paths = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
    return tuple(parsed(path.read_text(encoding="utf-8"), path.relative_to(PACKAGE).as_posix()) for path in paths)


@cache
def templates() -> dict[str, str]:
    """The text of every template by its place below `src/tongket`."""
    return _texts("*/templates/**/*.html")


@cache
def style_sheets() -> dict[str, str]:
    """The text of every style sheet of our own by its place below `src/tongket`."""
    return _texts("*/static/**/*.css")


@cache
def tracked_files() -> tuple[str, ...]:
    """What git tracks and is still there, by path from the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return tuple(name for name in listed.split("\0") if name and (ROOT / name).is_file())


def functions(module: Module) -> list[AnyFunction]:
    """Every function of a module, methods and inner ones too."""
    return [node for node in ast.walk(module.tree) if isinstance(node, FUNCTION)]


def _texts(pattern: str) -> dict[str, str]:
    paths = sorted(PACKAGE.glob(pattern))
    return {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in paths}

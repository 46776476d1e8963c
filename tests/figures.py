"""Measures the shape of the code against the figures we aim at; `make test` prints them, convention tests hold them."""

import ast
import statistics
from dataclasses import dataclass
from pathlib import Path

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
DEEPER = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.AsyncFor, ast.AsyncWith, ast.Match)


@dataclass(frozen=True, slots=True)
class Function:
    """One function: where it stands, how many lines it has and how deep its branches nest."""

    path: Path
    name: str
    lines: int
    nesting: int


def sources(root: Path) -> list[Path]:
    """Every module of the product, migrations left out."""
    return sorted(path for path in (root / "src").rglob("*.py") if "migrations" not in path.parts)


def code_lines(path: Path) -> int:
    """Lines that are neither blank nor a comment."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


def depth(node: ast.AST) -> int:
    """How deep branches nest below `node`; an `elif` is no deeper than its `if`."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTION):
            continue
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and child in node.orelse
        here = 1 if isinstance(child, DEEPER) and not is_elif else 0
        deepest = max(deepest, here + depth(child))
    return deepest


def functions(root: Path) -> list[Function]:
    """Every function of the product with its size."""
    trees = [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sources(root)]
    return [
        Function(path, node.name, (node.end_lineno or 0) - node.lineno + 1, depth(node))
        for path, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, FUNCTION)
    ]


def percentile(values: list[int], share: float) -> int:
    """The value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def spread(values: list[int]) -> str:
    """Median, nine tenths and most of `values`."""
    return f"{statistics.median(values):.0f} / {percentile(values, 0.9)} / {max(values)}"


def report(root: Path) -> str:
    """The figures in one short table."""
    found = functions(root)
    code = sum(code_lines(path) for path in sources(root))
    tests = sum(code_lines(path) for path in (root / "tests").rglob("*.py"))
    files = [len(path.read_text(encoding="utf-8").splitlines()) for path in sources(root)]
    rows = [
        ("file lines, median / p90 / most", spread(files), "80 / 250 / 400"),
        ("function lines, median / p90 / most", spread([each.lines for each in found]), "8 / 25 / 50"),
        ("functions nested deeper than 2", str(sum(each.nesting > 2 for each in found)), "0"),
        ("test code per code line", f"{tests / code:.2f}", "1.3 to 2.0"),
    ]
    return "\n".join(["figures (ours, aimed at)", *(f"  {name:<38}{ours:>16}   {aim}" for name, ours, aim in rows)])

"""Measures the shape of the code against the figures we aim at; `make test` prints them, a convention test holds them."""

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
    found = []
    for path in sources(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, FUNCTION):
                found.append(Function(path, node.name, (node.end_lineno or 0) - node.lineno + 1, depth(node)))
    return found


def percentile(values: list[int], share: float) -> int:
    """The value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def report(root: Path) -> str:
    """The figures in one short table."""
    files = [len(path.read_text(encoding="utf-8").splitlines()) for path in sources(root)]
    sizes = [function.lines for function in functions(root)]
    deep = sum(1 for function in functions(root) if function.nesting > 2)
    code = sum(code_lines(path) for path in sources(root))
    tests = sum(code_lines(path) for path in (root / "tests").rglob("*.py"))
    rows = [
        ("file lines, median / p90 / most", f"{statistics.median(files):.0f} / {percentile(files, 0.9)} / {max(files)}", "80 / 250 / 400"),
        ("function lines, median / p90 / most", f"{statistics.median(sizes):.0f} / {percentile(sizes, 0.9)} / {max(sizes)}", "8 / 25 / 50"),
        ("functions nested deeper than 2", str(deep), "0"),
        ("test code per code line", f"{tests / code:.2f}", "1.3 to 2.0"),
    ]
    return "\n".join(["figures (ours, aimed at)", *(f"  {name:<38}{ours:>16}   {aim}" for name, ours, aim in rows)])

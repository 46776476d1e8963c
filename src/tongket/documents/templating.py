"""Fills the templates of documents: Jinja in a sandbox, every missing value named, every value kept as text. Pure.

A template may print values, test and repeat, nothing else: no calls, no sums, no templates within templates. So a wrong
one cannot run away, and what it names can be told before it is used.
"""

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Template, TemplateSyntaxError, Undefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tongket.core.findings import words
from tongket.core.text import nfc
from tongket.documents.filters import FILTERS, Markdown
from tongket.documents.gaps import gap
from tongket.documents.markdown_text import as_markdown, as_text

MOST_LETTERS = 400_000
MOST_STEPS = 200_000
MOST_TEMPLATE = 60_000
MOST_NESTED = 2
MISSING = re.compile(r"(?<!\\)\[thiếu: ([^\[\]\n]+)\]")
FAULTS = {
    "unknown_value": words("Dòng {line}: không có giá trị tên “{name}”."),
    "unknown_filter": words("Dòng {line}: không có cách viết tên “{name}”."),
    "not_allowed": words("Dòng {line}: không dùng được “{name}” trong mẫu."),
    "broken": words("Dòng {line}: chỗ này viết chưa đúng, xem lại các dấu {{{{ }}}} và {{% %}}."),
    "too_long": words("Mẫu tạo ra văn bản quá dài."),
    "no_field": words("Giá trị này không có phần “{name}”."),
    "nested": words("Dòng {line}: lặp lồng nhau quá {name} lần."),
}
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.Const, nodes.Filter, nodes.For, nodes.If, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Tuple,
)  # fmt: skip
LOOP = ("index", "index0", "first", "last", "length")
WRITTEN = {"Call": "( )", "Concat": "~", "Assign": "set", "Include": "include", "Import": "import", "Macro": "macro"}


class TemplateFault(ValueError):
    """A template that cannot be used: which rule it breaks, in which line (from 1), and the name it stumbles over."""

    def __init__(self, code: str, line: int = 1, name: str = "", like: str = "") -> None:
        super().__init__(FAULTS[code].format(line=line, name=name))
        self.code, self.line, self.name, self.like = code, line, name, like


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled template and the names of the values it wanted and did not get, in order of the text."""

    text: str
    missing: tuple[str, ...] = ()


def missing_mark(label: str) -> str:
    """What stands in the text for a value that is not there."""
    return f"[thiếu: {label}]"


def missing_in(text: str) -> tuple[str, ...]:
    """What the marks of a text say is missing, in order, each once."""
    return tuple(dict.fromkeys(MISSING.findall(text)))


@dataclass(slots=True)
class _Run:
    """One filling: what a missing value is called, what was missing, and how many steps loops may still take."""

    labels: Mapping[str, str]
    missing: dict[str, None] = field(default_factory=dict)
    steps: int = MOST_STEPS

    def miss(self, name: str) -> str:
        self.missing[name] = None
        return missing_mark(self.labels.get(name, self.labels.get(name.split(".")[0], name)))

    def step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise TemplateFault("too_long")


class _Missing(Undefined):
    """A value that is not there: printed as its mark, repeated once with every field missing, false in a test."""

    __slots__ = ("run",)
    run: _Run

    def __str__(self) -> str:
        return self.run.miss(self._undefined_name or "?")

    def __iter__(self) -> Iterator[Any]:
        name = self._undefined_name or "?"
        self.run.miss(name)
        return iter((_missing(self.run, name),))

    def __len__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- Jinja asks for any name
        if name.startswith("__"):
            raise AttributeError(name)
        return _missing(self.run, f"{self._undefined_name}.{name}")

    __getitem__ = __getattr__

    def _never(self, _other: object) -> bool:
        return False

    __lt__ = __gt__ = __le__ = __ge__ = _never  # type: ignore[assignment]


def _missing(run: _Run, name: str) -> _Missing:
    found = _Missing(name=name)
    found.run = run
    return found


class _Row(dict[str, Any]):
    """One row of a list: a field without a value is missing under the name of the list and the field."""

    def __init__(self, run: _Run, name: str, values: Mapping[str, Any]) -> None:
        super().__init__({key: _value(run, f"{name}.{key}", value) for key, value in values.items()})
        self.run, self.name = run, name

    def __missing__(self, key: str) -> _Missing:
        return _missing(self.run, f"{self.name}.{key}")


class _Rows(list[Any]):
    """A list whose repeating counts, so that loops within loops end."""

    def __init__(self, run: _Run, values: list[Any]) -> None:
        super().__init__(values)
        self.run = run

    def __iter__(self) -> Iterator[Any]:
        for value in super().__iter__():
            self.run.step()
            yield value


def _value(run: _Run, name: str, value: Any) -> Any:  # noqa: ANN401 -- JSON values
    if value is None or value == "" or value == []:
        return _missing(run, name)
    if isinstance(value, Mapping):
        return Markdown(value["markdown"]) if set(value) == {"markdown"} else _Row(run, name, value)
    if isinstance(value, list | tuple):
        return _Rows(run, [_value(run, name, each) for each in value])
    return value


def _printed(value: Any) -> Any:  # noqa: ANN401 -- whatever an expression gives
    """What `{{ }}` prints: text is escaped, Markdown of our own and marks of missing values are not."""
    if isinstance(value, Markdown | Undefined):
        return str(value)
    if isinstance(value, _Row):
        raise TemplateFault("no_field", name=value.name)
    if isinstance(value, _Rows):
        return ", ".join(str(_printed(each)) for each in value)
    return as_markdown(str(value))


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox with our filters only, which reads a row's fields as values and never as methods."""

    def __init__(self) -> None:
        super().__init__(undefined=Undefined, trim_blocks=True, lstrip_blocks=True, finalize=_printed)
        self.filters, self.globals = dict(FILTERS), {}
        self.tests = {name: self.tests[name] for name in ("defined", "undefined", "odd", "even")}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 -- Jinja's own signature
        if isinstance(obj, _Row | _Missing):
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return super().getattr(obj, attribute)
        raise TemplateFault("no_field", name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 -- Jinja's own signature
        if isinstance(obj, _Rows) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.getattr(obj, str(argument))


ENVIRONMENT = _Environment()


@lru_cache(maxsize=256)
def _parsed(template: str) -> nodes.Template:
    """The tree of a template; TemplateFault where it is not written as templates are."""
    if len(template) > MOST_TEMPLATE:
        raise TemplateFault("too_long")
    try:
        tree = ENVIRONMENT.parse(template)
    except TemplateSyntaxError as fault:
        raise TemplateFault("broken", fault.lineno, fault.message or "") from fault
    for node in tree.find_all(nodes.Node):
        _allow(node)
    for loop in tree.iter_child_nodes():
        _shallow(loop, 0)
    return tree


def _allow(node: nodes.Node) -> None:
    kind = type(node).__name__
    if not isinstance(node, ALLOWED):
        raise TemplateFault("not_allowed", node.lineno, WRITTEN.get(kind, kind))
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise TemplateFault("unknown_filter", node.lineno, node.name, _nearest(node.name, FILTERS))
    if isinstance(node, nodes.For) and (node.recursive or node.test is not None):
        raise TemplateFault("not_allowed", node.lineno, "for … if")


def _shallow(node: nodes.Node, depth: int) -> None:
    depth += isinstance(node, nodes.For)
    if depth > MOST_NESTED:
        raise TemplateFault("nested", node.lineno, str(MOST_NESTED))
    for child in node.iter_child_nodes():
        _shallow(child, depth)


def names_of(template: str) -> dict[str, int]:
    """The values that a template names, each with the first line that does; TemplateFault as `check` raises it."""
    found: dict[str, int] = {}
    _collect(_parsed(nfc(template)), frozenset({"loop"}), found)
    return found


def _collect(node: nodes.Node, bound: frozenset[str], found: dict[str, int]) -> None:
    if isinstance(node, nodes.For):
        _collect(node.iter, bound, found)
        bound |= {
            each.name for each in (node.target, *node.target.find_all(nodes.Name)) if isinstance(each, nodes.Name)
        }
        for child in (*node.body, *node.else_):
            _collect(child, bound, found)
        return
    if isinstance(node, nodes.Name) and node.name not in bound:
        found.setdefault(node.name, node.lineno)
    for child in node.iter_child_nodes():
        _collect(child, bound, found)


def check(template: str, known: Collection[str]) -> None:
    """Passes a template that is written right and names only `known` values; else TemplateFault with line and name."""
    for name, line in names_of(template).items():
        if name not in known:
            raise TemplateFault("unknown_value", line, name, _nearest(name, known))


def _nearest(name: str, known: Collection[str]) -> str:
    return next(iter(difflib.get_close_matches(name, list(known), 1)), "")


@lru_cache(maxsize=256)
def _compiled(template: str) -> Template:
    _parsed(template)
    return ENVIRONMENT.from_string(template)


def fill(template: str, values: Mapping[str, Any], *, labels: Mapping[str, str], gaps: Collection[str] = ()) -> Filled:
    """The template with its values, as Markdown.

    `labels` holds every value that may be used with what people call it. A value that is not there, None, empty or an
    empty list is missing: its mark stands in the text and its name is told. Names in `gaps` print as `«…»` and are
    filled for each copy. Raises TemplateFault as `check`, and where the text grows beyond all bounds.
    """
    template = nfc(template)
    check(template, labels)
    run = _Run(labels)
    given = {name: _value(run, name, values.get(name)) for name in labels}
    given |= {name: Markdown(gap(labels[name])) for name in gaps}
    return Filled(_bounded(_compiled(template), given), tuple(run.missing))


def fill_line(
    template: str, values: Mapping[str, Any], *, labels: Mapping[str, str], gaps: Collection[str] = ()
) -> Filled:
    """As `fill`, for one line of plain text such as a subject: no Markdown, so nothing is escaped."""
    filled = fill(template, values, labels=labels, gaps=gaps)
    return Filled(as_text(filled.text), filled.missing)


def _bounded(template: Template, values: dict[str, Any]) -> str:
    parts, letters = [], 0
    produce: Callable[[dict[str, Any]], Iterator[str]] = template.generate
    for part in produce(values):
        letters += len(part)
        if letters > MOST_LETTERS:
            raise TemplateFault("too_long")
        parts.append(part)
    return "".join(parts)

"""A document as plain JSON values and back: how its text is kept once it is approved.

A value is a dictionary of its fields without those that say nothing but their default; a block says its kind beside
them; runs are lists of text and dress (`["Căn cứ", "i"]`), a plain run its text alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, get_args, get_origin, get_type_hints

from tongket.documents.render.values import (
    Basis,
    Block,
    Drawing,
    Heading,
    Item,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)

# What JSON holds; what a field's type says it holds.
Json = Any
Hint = Any
_KINDS: dict[str, type] = {
    "paragraph": Paragraph,
    "heading": Heading,
    "basis": Basis,
    "item": Item,
    "table": Table,
    "page_break": PageBreak,
    "drawing": Drawing,
}
_KIND_OF = {kind: name for name, kind in _KINDS.items()}


class FormFault(ValueError):
    """JSON that is no document; the message names the place."""


def to_json(document: OfficialDocument) -> dict[str, Any]:
    """The document as dictionaries, lists, strings and numbers."""
    made: dict[str, Any] = _out(document)
    return made


def from_json(values: Mapping[str, Any]) -> OfficialDocument:
    """The document that `to_json` gave `values` for; raises FormFault where they are none."""
    made: OfficialDocument = _in(OfficialDocument, values, "document")
    return made


def _out(value: Json) -> Json:
    if isinstance(value, Run):
        dress = "b" * value.bold + "i" * value.italic
        return [value.text, dress] if dress else value.text
    if isinstance(value, tuple):
        return [_out(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if not hasattr(value, "__dataclass_fields__"):
        return value.value if isinstance(value, StrEnum) else value
    kind = {"kind": _KIND_OF[type(value)]} if type(value) in _KIND_OF else {}
    said = {each.name: getattr(value, each.name) for each in fields(value)}
    return kind | {each.name: _out(said[each.name]) for each in fields(value) if said[each.name] != _default(each)}


def _default(of: Field[Any]) -> Json:
    return of.default_factory() if of.default_factory is not MISSING else of.default


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _in(hint: Hint, value: Json, place: str) -> Json:
    """`value` as what `hint` wants."""
    if hint is Run:
        return _run(value, place)
    if hint == Block:
        return _block(value, place)
    origin: object = get_origin(hint)
    if origin is tuple:
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise FormFault(f"found {value!r:.60}, wanted a list, at {place}")
        return tuple(_in(get_args(hint)[0], each, f"{place}[{number}]") for number, each in enumerate(value))
    if hasattr(hint, "__dataclass_fields__"):
        return _whole(hint, value, place)
    return _plain(hint, value, place)


def _run(value: Json, place: str) -> Run:
    match value:
        case str():
            return Run(value)
        case [str(words), str(dress)]:
            return Run(words, bold="b" in dress, italic="i" in dress)
    raise FormFault(f"found {value!r:.60}, wanted text or text with its dress, at {place}")


def _block(value: Json, place: str) -> Json:
    kind = value.get("kind") if isinstance(value, Mapping) else None
    if kind not in _KINDS:
        raise FormFault(f"found kind {kind!r}, wanted one of {', '.join(_KINDS)}, at {place}")
    return _whole(_KINDS[kind], {key: each for key, each in value.items() if key != "kind"}, place)


def _whole(kind: type, value: Json, place: str) -> Json:
    if not isinstance(value, Mapping):
        raise FormFault(f"found {value!r:.60}, wanted a dictionary, at {place}")
    hints = _hints(kind)
    if unknown := sorted(set(value) - set(hints)):
        raise FormFault(f"found unknown {unknown[0]}, wanted one of {', '.join(hints)}, at {place}")
    needed = [each.name for each in fields(kind) if _default(each) is MISSING and each.name not in value]
    if needed:
        raise FormFault(f"found no {needed[0]}, wanted it at {place}")
    return kind(**{key: _in(hints[key], each, f"{place}.{key}") for key, each in value.items()})


def _finite(value: Json, place: str) -> Json:
    """`value` unless it is a number that JSON cannot hold and no page can measure."""
    if isinstance(value, float) and not isfinite(value):
        raise FormFault(f"found {value!r}, wanted a finite number, at {place}")
    return value


def _plain(hint: Hint, value: Json, place: str) -> Json:
    wanted = get_args(hint) or (hint,)
    try:
        if date in wanted:
            return date.fromisoformat(value)
        if issubclass(wanted[0], StrEnum):
            return wanted[0](value)
    except (TypeError, ValueError) as fault:
        raise FormFault(f"found {value!r:.60}, wanted {wanted[0].__name__}, at {place}") from fault
    if type(value) is wanted[0] or (wanted[0] is float and type(value) is int):
        return _finite(value, place)
    raise FormFault(f"found {value!r:.60}, wanted {wanted[0].__name__}, at {place}")

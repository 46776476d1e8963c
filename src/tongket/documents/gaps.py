"""Gaps of single copies, `«họ tên»`: named in a text, filled in a document for one addressee. Pure."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from tongket.core.text import clean, fold
from tongket.documents.render.values import OfficialDocument

GAP = re.compile(r"«([^«»\n]{1,60})»")
T = TypeVar("T")


def gap(label: str) -> str:
    """How a personal value stands in the text before it is filled: `«họ tên»`."""
    return f"«{label}»"


def gap_name(label: str) -> str:
    """The name of the value behind a gap: `họ tên` is `ho_ten`, however its accents and capitals were typed."""
    return fold(label).replace(" ", "_")


def gaps_in(text: str) -> tuple[str, ...]:
    """The names of the gaps in `text`, in order, each once."""
    return tuple(dict.fromkeys(gap_name(label) for label in GAP.findall(text)))


def fill_gaps(text: str, values: Mapping[str, object]) -> tuple[str, tuple[str, ...]]:
    """`text` with its gaps filled by name, and the names nobody gave a value for; those gaps stay as they are.

    A value is plain text on one line; its own `«…»` are no gaps.
    """
    missing: dict[str, None] = {}

    def filled(found: re.Match[str]) -> str:
        value = clean(str(values.get(gap_name(found.group(1)), "") or ""))
        if not value:
            missing[gap_name(found.group(1))] = None
        return value or found.group()

    return GAP.sub(filled, text), tuple(missing)


def fill_document(document: OfficialDocument, values: Mapping[str, object]) -> tuple[OfficialDocument, tuple[str, ...]]:
    """The copy for one addressee: every text of the document with its gaps filled, and the names without a value."""
    missing: dict[str, None] = {}
    return _filled(document, values, missing), tuple(missing)


def _filled(part: T, values: Mapping[str, object], missing: dict[str, None]) -> T:
    """The same value with every text in it filled; whatever holds no gap is kept as the same object."""
    changed: Any = part
    if isinstance(part, str):
        if "«" in part:
            changed, names = fill_gaps(part, values)
            missing.update(dict.fromkeys(names))
    elif isinstance(part, tuple):
        made = tuple(_filled(each, values, missing) for each in part)
        changed = made if any(new is not old for new, old in zip(made, part, strict=True)) else part
    elif is_dataclass(part) and not isinstance(part, type):
        now = {each.name: getattr(part, each.name) for each in fields(part)}
        new = {name: _filled(value, values, missing) for name, value in now.items()}
        different = {name: value for name, value in new.items() if value is not now[name]}
        changed = replace(part, **different) if different else part
    return changed  # type: ignore[no-any-return]

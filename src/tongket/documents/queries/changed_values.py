"""What the conference says otherwise since a text was written by hand. Pure."""

from collections.abc import Mapping
from typing import Any

from tongket.core.findings import Finding, Level, words
from tongket.documents.kinds import Kind
from tongket.documents.kinds.names import Name

NOTHING = "–"


def changed_since(kind: Kind, before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What the conference says otherwise since the text was written: one finding a value."""
    changed = [name for name in kind.names if name.name in before and before[name.name] != now.get(name.name)]
    return tuple(
        Finding(
            "value_changed",
            Level.APPROVAL,
            words("“{label}” đã đổi: văn bản viết theo “{before}”, nay là “{now}”."),
            todo=words("Sửa câu ấy, hoặc dựng lại từ mẫu."),
            values={"label": name.label} | _told(name, before[name.name], now.get(name.name)),
        )
        for name in changed
    )


def _told(name: Name, before: Any, now: Any) -> dict[str, str]:  # noqa: ANN401 -- JSON values
    """The value before and now, of a list the rows that only one of them has."""
    old, new = name.as_typed(before), name.as_typed(now)
    if isinstance(before, list) and isinstance(now, list):
        rows, others = old.splitlines(), new.splitlines()
        old = "\n".join(row for row in rows if row not in others) or NOTHING
        new = "\n".join(row for row in others if row not in rows) or NOTHING
    return {"before": _shown(old), "now": _shown(new)}


def _shown(text: str) -> str:
    line = "; ".join(text.splitlines())
    return line if len(line) <= 120 else line[:119].rstrip() + "…"

"""Several corrections, one after the other, as a single one: values before the first and after the last."""

from collections.abc import Mapping, Sequence
from typing import Any

from tongket.conferences.correction.values import How


def together(steps: Sequence[Mapping[str, Mapping[str, Any]]]) -> dict[str, dict[str, Any]]:
    """Several corrections as one: for each duty the values before the first and after the last."""
    found: dict[str, dict[str, Any]] = {}
    for key, entry in ((key, entry) for step in steps for key, entry in step.items()):
        found[key] = _joined(found[key], entry) if key in found else dict(entry)
    return {key: entry for key, entry in found.items() if entry["how"]}


def _joined(first: Mapping[str, Any], then: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **then,
        "how": _how(first["how"], then["how"]),
        "aspects": [*dict.fromkeys([*first["aspects"], *then["aspects"]])],
        "clause": [first["clause"][0], then["clause"][1]],
        "before": {**then["before"], **first["before"]},
        "after": {**first["after"], **then["after"]},
    }


def _how(first: str, then: str) -> str:
    """A duty that came and went in between is told of no more; one that went and came again was changed at most."""
    if first == How.ADDED:
        return "" if then == How.WITHDRAWN else How.ADDED
    if (first, then) == (How.WITHDRAWN, How.AGAIN):
        return How.CHANGED
    return How.CHANGED if (first, then) == (How.CHANGED, How.MOVED) else then


def together_settled(steps: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """What several corrections changed of the conference: the values before the first and after the last."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for step in steps:
        before = {**step.get("before", {}), **before}
        after |= step.get("after", {})
    return {"before": before, "after": after}

"""`Filled` as JSON and back: what a version keeps, what a bundle or the JSON interface carries. Pure."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tongket.reviews.rules import FigureState, Manner
from tongket.reviews.values import Figure, Filled, Named, Place

FIGURE_TEXTS = ("indicator", "period", "written", "about", "note", "quote", "doubt")
NAMED_TEXTS = ("name", "owner", "place_name", "quote")
FILLED_TEXTS = ("unit", "signer", "signer_post", "place")


def to_json(filled: Filled) -> dict[str, Any]:
    """Plain values, as `from_json` reads them; numbers as text, so that none loses a digit."""
    return {name: getattr(filled, name) for name in FILLED_TEXTS} | {
        "revision": filled.revision,
        "answers": dict(filled.answers),
        "figures": [_figure(each) for each in filled.figures],
        "exemplars": [_named(each) for each in filled.exemplars],
        "manner": filled.manner.value if filled.manner else None,
        "held_on": filled.held_on.isoformat() if filled.held_on else None,
        "attended": filled.attended,
    }


def from_json(value: Mapping[str, Any]) -> Filled:
    """What `to_json` wrote; a KeyError or ValueError names what is not as it should be."""
    return Filled(
        **{name: value.get(name, "") for name in FILLED_TEXTS},
        revision=value.get("revision"),
        answers=dict(value.get("answers", {})),
        figures=tuple(_figure_from(row) for row in value.get("figures", [])),
        exemplars=tuple(_named_from(row) for row in value.get("exemplars", [])),
        manner=Manner(value["manner"]) if value.get("manner") else None,
        held_on=date.fromisoformat(value["held_on"]) if value.get("held_on") else None,
        attended=value.get("attended"),
    )


def _figure(figure: Figure) -> dict[str, Any]:
    return {name: getattr(figure, name) for name in FIGURE_TEXTS} | {
        "value": None if figure.value is None else format(figure.value.normalize(), "f"),
        "state": figure.state.value,
        "place": _place(figure.place),
        "values": {name: str(value) for name, value in figure.values.items()},
    }


def _figure_from(row: Mapping[str, Any]) -> Figure:
    return Figure(
        **{name: row.get(name, "") for name in FIGURE_TEXTS},
        value=None if row.get("value") is None else Decimal(row["value"]),
        state=FigureState(row.get("state", FigureState.CONFIRMED)),
        place=_place_from(row.get("place", {})),
        values=dict(row.get("values", {})),
    )


def _named(named: Named) -> dict[str, Any]:
    return {name: getattr(named, name) for name in NAMED_TEXTS} | {"place": _place(named.place)}


def _named_from(row: Mapping[str, Any]) -> Named:
    return Named(**{name: row.get(name, "") for name in NAMED_TEXTS}, place=_place_from(row.get("place", {})))


def _place(place: Place) -> dict[str, Any]:
    return {"page": place.page, "block": place.block, "cell": place.cell}


def _place_from(row: Mapping[str, Any]) -> Place:
    return Place(row.get("page"), row.get("block"), row.get("cell", ""))

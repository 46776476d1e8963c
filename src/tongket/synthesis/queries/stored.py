"""Passages between rows and values: figures as JSON and back."""

from collections.abc import Mapping
from typing import Any

from tongket.synthesis.models import Passage, PassageSource
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Source

Figures = Mapping[str, tuple[str, Source]]


def figures_as_json(figures: Figures) -> dict[str, Any]:
    """The numbers of a passage by gap: as printed, and what they stand on."""
    return {
        gap: {"printed": printed, "sort": source.sort, "key": source.key, "where": source.where}
        for gap, (printed, source) in figures.items()
    }


def figures_of(passage: Passage) -> dict[str, tuple[str, Source]]:
    """The reverse of `figures_as_json`."""
    return {
        gap: (kept["printed"], Source(SourceSort(kept["sort"]), kept["key"], where=kept.get("where", "")))
        for gap, kept in passage.figures.items()
    }


def source_of(row: PassageSource) -> Source:
    """A source as a value."""
    return Source(SourceSort(row.sort), row.key, row.quote, row.where)

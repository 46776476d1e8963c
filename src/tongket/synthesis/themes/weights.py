"""Weights of the words of statements. Pure."""

from collections.abc import Hashable, Mapping
from math import log, sqrt
from typing import TypeVar

Feature = TypeVar("Feature", bound=Hashable)


def unit_vector(weights: Mapping[Feature, float]) -> dict[Feature, float]:
    """`weights` made to have the length 1."""
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {feature: weight / length for feature, weight in weights.items()}


def rarity(times: float, whole: float) -> float:
    """How telling a feature is that stands in `times` of `whole`: near 0 where all have it, 1 where few do."""
    return log((whole + 1) / (times + 0.5)) / log(whole + 1)

"""Tables of the synthesis, by subject."""

from tongket.synthesis.models.recommendations import Recommendation
from tongket.synthesis.models.reports import Passage, PassageChange, PassageSource, Report, Section
from tongket.synthesis.models.themes import Kept, Placement, Theme

__all__ = [
    "Kept",
    "Passage",
    "PassageChange",
    "PassageSource",
    "Placement",
    "Recommendation",
    "Report",
    "Section",
    "Theme",
]

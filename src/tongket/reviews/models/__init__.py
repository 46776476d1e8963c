"""Tables of reviews, by subject."""

from tongket.reviews.models.figures import Figure, Tally
from tongket.reviews.models.outlines import Indicator, Outline, Period, Question
from tongket.reviews.models.reviews import (
    Answer,
    Attached,
    DraftField,
    Mention,
    Review,
    ReviewStep,
    ReviewVersion,
    Statement,
)

__all__ = [
    "Answer",
    "Attached",
    "DraftField",
    "Figure",
    "Indicator",
    "Mention",
    "Outline",
    "Period",
    "Question",
    "Review",
    "ReviewStep",
    "ReviewVersion",
    "Statement",
    "Tally",
]

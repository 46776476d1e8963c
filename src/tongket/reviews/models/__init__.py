"""Tables of reviews, by subject."""

from tongket.reviews.models.figures import Figure, LeafLot, Tally
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
from tongket.reviews.models.senders import Sender

__all__ = [
    "Answer",
    "Attached",
    "DraftField",
    "Figure",
    "Indicator",
    "LeafLot",
    "Mention",
    "Outline",
    "Period",
    "Question",
    "Review",
    "ReviewStep",
    "ReviewVersion",
    "Sender",
    "Statement",
    "Tally",
]

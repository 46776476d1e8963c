"""A corrected plan beside the one in force: what becomes of each duty, of each fact, of the conference itself. Pure."""

from tongket.conferences.correction.duties import compare_duties
from tongket.conferences.correction.facts import FactChange, compare_facts
from tongket.conferences.correction.pieces import Piece, word_changes
from tongket.conferences.correction.values import Aspect, Change, Choice, DutyNow, How

__all__ = [
    "Aspect",
    "Change",
    "Choice",
    "DutyNow",
    "FactChange",
    "How",
    "Piece",
    "compare_duties",
    "compare_facts",
    "word_changes",
]

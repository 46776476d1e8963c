"""What an author is told before handing in: the same findings as the office will see, nothing kept."""

from datetime import date

from tongket.papers.measuring import Given, Measurement, is_quick, measured
from tongket.papers.models import Paper
from tongket.papers.rules import Measured


def check_before(paper: Paper, given: Given, *, title: str = "", speaker: str = "", on: date) -> Measurement:
    """What a file or text would measure as; one that takes long to read says only that it is waiting.

    Raises Unreadable with one sentence.
    """
    if given.is_empty or not is_quick(given):
        return Measurement(Measured.WAITING)
    return measured(given, paper, title=title or paper.title, speaker=speaker or paper.speaker_name, on=on)

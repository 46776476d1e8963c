"""Rules of papers as values: what a version is measured as, where remarks stand."""

from enum import StrEnum


class Measured(StrEnum):
    """Whether a version could be measured: still being read, done, not possible here, refused as a file."""

    WAITING = "waiting"
    DONE = "done"
    NOT_HERE = "not_here"
    UNREADABLE = "unreadable"


class RemarkState(StrEnum):
    """Where a wish to speak stands."""

    ASKED = "asked"
    TAKEN = "taken"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class TopicState(StrEnum):
    """Where a unit's proposal of another topic stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"

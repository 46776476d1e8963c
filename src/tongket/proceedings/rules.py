"""Rules of the volume as values: where a build stands."""

from enum import StrEnum


class BuildState(StrEnum):
    """Where one build of the volume is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

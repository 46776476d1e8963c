"""How the story of the sample conference is told: scenes, each at its moment, played in order by real actions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tongket.accounts.models import User
from tongket.conferences.models import Conference


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what every scene is about: the conference, the office's clerk and leader, everybody by name."""

    conference: Conference
    clerk: User
    leader: User
    users: Mapping[str, User]


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happened at a moment."""

    at: datetime
    play: Callable[[Cast, datetime], object]

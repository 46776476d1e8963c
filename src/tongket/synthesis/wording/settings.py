"""Where the model is: `TONGKET_WORDING_URL`, `_MODEL`, `_KEY`, `_SECONDS`; without the first nothing is ever asked."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Model:
    """An OpenAI-compatible address with the model's name, its key and how long it is waited for."""

    url: str
    name: str
    key: str = ""
    seconds: float = 60.0


def model() -> Model | None:
    """The model that this installation may ask; None where none was set."""
    kept: dict[str, Any] = settings.WORDING
    return Model(kept["url"], kept["model"], kept["key"], kept["seconds"]) if kept["url"] else None


def is_on() -> bool:
    """Whether wording may be asked for."""
    return model() is not None

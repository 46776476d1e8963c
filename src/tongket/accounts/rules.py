"""What a way in is made of: tokens, codes, how long they live, how often they may be tried. Pure."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

CODE_DIGITS = 8
CODE_LIVES = timedelta(minutes=30)
SIGN_IN_LINK_LIVES = timedelta(days=3)
TRIES_ALLOWED = 10
TRIES_WINDOW = timedelta(minutes=15)


class Purpose(StrEnum):
    """The one thing that a link opens."""

    SIGN_IN = "sign_in"
    UNIT_PAGE = "unit_page"
    LETTER = "letter"


# Links that let their owner in; the others open what they name to whoever holds them, and nobody is signed in.
SIGNS_IN = frozenset({Purpose.SIGN_IN, Purpose.UNIT_PAGE})


@dataclass(frozen=True, slots=True)
class Secret:
    """What is told to a person once and never kept: the token of the link and the code read over the phone."""

    token: str
    code: str

    @property
    def spoken(self) -> str:
        """The code in two groups, as it is read aloud: `4827 1935`."""
        half = CODE_DIGITS // 2
        return f"{self.code[:half]} {self.code[half:]}"


def hashed(secret: str, *, key: str) -> str:
    """What is kept of a token or code: useless to whoever reads the database without the installation's key."""
    return hmac.new(key.encode(), secret.encode(), hashlib.sha256).hexdigest()


def typed_code(text: str) -> str:
    """The digits of what a person typed: blanks, dots and dashes are left out."""
    return "".join(letter for letter in text if letter.isdecimal())


def is_open(*, expires_at: datetime, used_at: datetime | None, revoked_at: datetime | None, now: datetime) -> bool:
    """Whether a link still lets somebody in at `now`."""
    return used_at is None and revoked_at is None and now < expires_at

"""The standing people of this room: those of conferences, with addresses."""

from tests.conferences.conftest import as_user, monday_morning, office

__all__ = ["as_user", "monday_morning", "office"]

"""The documents that name people: invitation, list of delegates, confirmation; registered when Django is ready."""


def register() -> None:
    """Takes over what these documents say and who gets them."""

"""Figures as Vietnamese offices write them: a comma before the parts, dots between thousands. Pure."""

SWAPPED = str.maketrans(",.", ".,")


def decimal(number: float, places: int = 1) -> str:
    """A number without idle zeros: `3,4`, `12`, `0,05` with two places."""
    whole, _, rest = f"{number:.{places}f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole},{rest}" if rest else whole


def counted(number: float) -> str:
    """A whole number with a dot between thousands: `1.633`."""
    return f"{round(number):,}".replace(",", ".")


def figure(number: float) -> str:
    """A figure of either kind, with at most two places: `1.633`, `3,42`."""
    whole, comma, rest = decimal(number, 2).partition(",")
    return f"{counted(float(whole))}{comma}{rest}" if abs(number) >= 1 else f"{whole}{comma}{rest}"

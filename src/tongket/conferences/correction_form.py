"""What a person chose on the page of a difference, taken from the form."""

from django.http import QueryDict

from tongket.conferences.correction import Choice

PREFIX = "keep-"


def choices_from(post: QueryDict) -> dict[int, Choice]:
    """By number of the duty: keep it, withdraw it, or let the plan's own day hold; anything else is left out."""
    days = {
        int(key): Choice.PLAN_DAY for group in post.getlist("plan-day") for key in group.split("-") if key.isdecimal()
    }
    said = {name.removeprefix(PREFIX): post[name] for name in post if name.startswith(PREFIX)}
    known = {Choice.KEEP, Choice.WITHDRAW}
    return days | {int(key): Choice(value) for key, value in said.items() if key.isdecimal() and value in known}

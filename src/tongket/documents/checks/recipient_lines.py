"""The recipients as a clerk counts them: lines that go on joined, two checks share it."""

import re

from tongket.documents.seen.components import Foot

_DASH = re.compile(r"[-–—+•]")
# Who typed it and how many copies stand below the recipients: "PT.12", "PL.(300)".
_MARK = re.compile(r"[A-ZĐ]{2,}\s?[.(]\s?\(?\d+\)?\.?")


def is_dashed(item: str) -> bool:
    """Whether an item begins with the dash of a list."""
    return bool(_DASH.match(item))


def recipient_items(foot: Foot) -> tuple[str, ...]:
    """Each recipient with its sign at the end; the drafter's mark is none of them."""
    items: list[str] = []
    for line in foot.recipients:
        if _MARK.fullmatch(line.text):
            continue
        if items and not is_dashed(line.text) and is_dashed(items[-1]) and not items[-1].endswith((";", ".")):
            items[-1] = f"{items[-1]} {line.text}"
        else:
            items.append(line.text)
    return tuple(items)

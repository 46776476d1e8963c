"""One addressee stands on the line of “Kính gửi:”, several in a list below. Decree 30/2020/NĐ-CP, Annex I, II.9a."""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight, Title

_DASH = re.compile(r"[-–—+•]\s*")
_WHERE = words("Kính gửi.")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for the fixed word, and for what the list is written like; ends are asked of a list only."""
    head = sight.title.addressee_head
    if head is None:
        return ()
    said = list(_faults(sight.title, form.dress("foot", "addressee").text))
    return tuple(
        form.finding(
            code,
            found=words("Ghi “{text}”."),
            wanted=wanted,
            where=_WHERE,
            todo=words("Sửa phần kính gửi."),
            quote=text,
            text=text,
        )
        for code, wanted, text in said
    )


def _faults(title: Title, word: str) -> Iterator[tuple[str, str, str]]:
    assert title.addressee_head
    text = title.addressee_head.text
    if not text.startswith(word):
        yield "addressee-wording", words("Ghi “Kính gửi:”, có dấu hai chấm."), text
    _, _, behind = text.partition(":")
    items = _items(title)
    if not behind.strip() and len(items) == 1:
        yield "addressee-line", words("Một nơi nhận thì ghi trên cùng dòng với “Kính gửi:”."), items[0]
    if len(items) + bool(behind.strip()) < 2:
        return
    if not _DASH.match(items[0]):
        yield "addressee-marks", words("Nhiều nơi nhận thì mỗi nơi một dòng, đầu dòng có gạch ngang."), items[0]
    wrong = [item for item in items[:-1] if not item.endswith(";")]
    wrong += [item for item in items[-1:] if not item.endswith(".")]
    if wrong:
        yield "addressee-end", words("Cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm."), wrong[0]


def _items(title: Title) -> list[str]:
    """The addressees below the head; a line that goes on where the last did not end belongs to it."""
    items: list[str] = []
    for line in title.addressees:
        if items and not _DASH.match(line.text) and not items[-1].endswith((";", ".")):
            items[-1] = f"{items[-1]} {line.text}"
        else:
            items.append(line.text)
    return items

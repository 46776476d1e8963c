"""The shipped texts of documents: one file a kind, subject and body, under a head that documents its values. Pure."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tongket.core.text import nfc

HEAD = re.compile(r"\A\{#\n(.*?)\n#\}\n", re.DOTALL)
DOCUMENTED = re.compile(r"^- (\w+): (.+)$", re.MULTILINE)
SUBJECT = "Trích yếu: "


@dataclass(frozen=True, slots=True)
class Body:
    """One shipped template: what it is for, the values it documents with their labels, its subject and text."""

    about: str
    documented: tuple[tuple[str, str], ...]
    subject: str
    text: str


def read(raw: str) -> Body:
    """The parts of a template file; ValueError where its head or its subject is not there."""
    raw = nfc(raw)
    head = HEAD.match(raw)
    front, line, text = raw[head.end() if head else 0 :].partition("\n---\n")
    if head is None or not line or not front.startswith(SUBJECT):
        raise ValueError("a template file begins with {# … #}, a line `Trích yếu: …` and a line `---`")
    return Body(
        head.group(1).partition("\n\n")[0],
        tuple(DOCUMENTED.findall(head.group(1))),
        front.removeprefix(SUBJECT).strip(),
        text.strip() + "\n",
    )


@cache
def shipped(kind: str) -> Body:
    """The text that comes with the product for a kind; FileNotFoundError for a kind that ships none."""
    return read((files("tongket.documents.bodies") / f"{kind}.md").read_text(encoding="utf-8"))

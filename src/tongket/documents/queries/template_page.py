"""The editor of templates: the text in force, what it may name, its versions, and how a document would look."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.text import nfc
from tongket.documents.filters import FILTER_SAMPLES, FILTERS
from tongket.documents.kinds import KINDS, Kind
from tongket.documents.models import Document, Template
from tongket.documents.queries.assembled import whole_of
from tongket.documents.queries.making import made, values_of
from tongket.documents.queries.offices import heading_of
from tongket.documents.queries.texts import TemplateText, text_of, versions_of
from tongket.documents.render.html import html_of
from tongket.documents.templating import FAULTS, TemplateFault


@dataclass(frozen=True, slots=True)
class NameLine:
    """A value that may be used: how it is written in the text, what it means, a sample."""

    written: str
    label: str
    sample: str
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way of writing a value: its name, an example in and out, or its meaning."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as a template would make it: safe HTML, what would be missing, or the fault of the template."""

    paper: str = ""
    missing: tuple[str, ...] = ()
    fault: TemplateFault | None = None

    @property
    def message(self) -> str:
        """The message id of the fault, for the page to translate and fill."""
        return FAULTS[self.fault.code] if self.fault else ""

    @property
    def values(self) -> dict[str, object]:
        """What fills the gaps of `message`."""
        return {"line": self.fault.line, "name": self.fault.name} if self.fault else {}


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """What the page of one kind shows; `latest` is the ordinal that a writer has seen."""

    kind: Kind
    in_force: TemplateText
    versions: tuple[Template, ...]
    names: tuple[NameLine, ...]
    ways: tuple[Way, ...]

    @property
    def latest(self) -> int:
        """The ordinal of the latest version, 0 where there is none."""
        return self.versions[0].ordinal if self.versions else 0


def template_page(conference: Conference, code: str) -> TemplatePage:
    """The page of one kind; one query. KeyError for a kind nobody registered."""
    kind, versions = KINDS[code], versions_of(conference.host, code)
    in_force = text_of(versions[0] if versions else None, code)
    return TemplatePage(kind, in_force, tuple(versions), tuple(_names(kind)), tuple(_ways()))


def _names(kind: Kind) -> Iterator[NameLine]:
    for name in kind.names:
        sample = "" if isinstance(name.sample, dict) else name.as_typed(name.sample)
        yield NameLine(f"{{{{ {name.name} }}}}", name.label, sample, name.name in kind.gaps)
        for key, label in name.columns:
            yield NameLine(f"{{% for d in {name.name} %}} {{{{ d.{key} }}}} {{% endfor %}}", label, "", is_gap=False)


def _ways() -> Iterator[Way]:
    for name, way in FILTERS.items():
        before, after = FILTER_SAMPLES.get(name, ("", (way.__doc__ or "").strip()))
        yield Way(name, before, after)


def preview(conference: Conference, code: str, *, subject: str, body: str, with_sample: bool = False) -> Preview:
    """How a document would look with this text: with what the conference knows, or with the samples."""
    kind = KINDS[code]
    document = Document(conference=conference, kind=code, **heading_of(conference, kind, on=clock.today()))
    values = kind.sample if with_sample else values_of(kind, conference, {}, {})
    try:
        text = made(kind, TemplateText(nfc(subject), nfc(body)), values)
    except TemplateFault as fault:
        return Preview(fault=fault)
    return Preview(html_of(whole_of(document, kind, text, values)), text.missing)


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a comparison: `+` came, `-` went, empty stayed."""

    mark: str
    text: str


def compared(old: TemplateText, new: TemplateText) -> list[DiffLine]:
    """What the newer text says otherwise, line by line, the subject first; lines far from any change are left out."""
    before, after = ([text.subject, *text.body.splitlines()] for text in (old, new))
    lines = difflib.unified_diff(before, after, lineterm="", n=2)
    shown = [line for line in lines if not line.startswith(("---", "+++"))]
    return [DiffLine("…", "") if line.startswith("@@") else DiffLine(line[0].strip(), line[1:]) for line in shown]


def latest_ordinal(conference: Conference, code: str) -> int:
    """The ordinal of the office's latest version, 0 where it has none; one query."""
    return max((each.ordinal for each in versions_of(conference.host, code)), default=0)


def pair_of(conference: Conference, code: str, ordinal: int) -> tuple[Template, TemplateText, TemplateText] | None:
    """A version with its text and the text before it; None where there is no such version. One query."""
    versions = {each.ordinal: each for each in versions_of(conference.host, code)}
    version = versions.get(ordinal)
    if version is None:
        return None
    return version, text_of(versions.get(ordinal - 1), code), text_of(version, code)

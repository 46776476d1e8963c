"""Which text a kind of document has in an office: its own latest version, else the shipped one."""

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.documents.bodies import shipped
from tongket.documents.kinds import KINDS, Kind
from tongket.documents.models import Template
from tongket.units.models import Unit


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template in force: `version` is None where it is the shipped one that was never changed here."""

    subject: str
    body: str
    version: Template | None = None
    is_own: bool = False

    @property
    def ordinal(self) -> int:
        """Which version of this office it is; 0 where the office has none."""
        return self.version.ordinal if self.version else 0


def text_of(version: Template | None, kind: str) -> TemplateText:
    """The text of one version; one without a body is a return to the shipped text."""
    if version is None or not version.body:
        text = shipped(kind)
        return TemplateText(text.subject, text.text, version)
    return TemplateText(version.subject, version.body, version, is_own=True)


def template_of(unit: Unit, kind: str) -> TemplateText:
    """What documents of this kind are made of now; one query."""
    return text_of(Template.objects.filter(unit=unit, kind=kind).order_by("-ordinal").first(), kind)


def versions_of(unit: Unit, kind: str) -> list[Template]:
    """Every version of this office, the latest first; one query."""
    return list(Template.objects.filter(unit=unit, kind=kind).select_related("made_by").order_by("-ordinal"))


@dataclass(frozen=True, slots=True)
class KindLine:
    """One kind in the list: whose text is in force."""

    kind: Kind
    version: Template | None

    @property
    def is_own(self) -> bool:
        """Whether the office has a text of its own in force."""
        return self.version is not None and bool(self.version.body)


def kind_lines(unit: Unit, kinds: Iterable[Kind] | None = None) -> list[KindLine]:
    """All kinds in the order of the registry with the office's latest version of each; one query."""
    latest = {
        each.kind: each for each in Template.objects.filter(unit=unit).select_related("made_by").order_by("ordinal")
    }
    return [KindLine(kind, latest.get(kind.code)) for kind in (kinds or KINDS.values())]

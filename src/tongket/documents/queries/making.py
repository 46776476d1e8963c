"""The text of a document as it would be made now: template in force, values of the conference, what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tongket.conferences.models import Conference
from tongket.documents.kinds import KINDS, Kind, Options, Values
from tongket.documents.queries.texts import TemplateText, template_of
from tongket.documents.templating import fill, fill_line


@dataclass(frozen=True, slots=True)
class Made:
    """Subject and body as made, the values they were made from, and what was missing, as people call it."""

    subject: str
    body: str
    values: Values
    missing: tuple[str, ...]


def values_of(kind: Kind, conference: Conference, options: Options, typed: Mapping[str, Any]) -> Values:
    """What the conference knows, under what a person typed by name or by label."""
    return kind.values(conference, options) | typed_values(kind, typed)


def typed_values(kind: Kind, typed: Mapping[str, Any]) -> Values:
    """What a person typed, by name; a column of a list cannot be typed alone and is left aside."""
    by_label = {name.label: name for name in kind.names} | {name.name: name for name in kind.names}
    given = {by_label[key]: value for key, value in typed.items() if key in by_label and value not in (None, "")}
    return {name.name: name.typed(value) if isinstance(value, str) else value for name, value in given.items()}


def made(kind: Kind, template: TemplateText, values: Values) -> Made:
    """The template with these values; raises TemplateFault where the template is wrong."""
    labels = kind.labels
    subject = fill_line(template.subject, values, labels=labels, gaps=kind.gaps)
    body = fill(template.body, values, labels=labels, gaps=kind.gaps)
    missing = tuple(dict.fromkeys((*subject.missing, *body.missing)))
    return Made(subject.text, body.text, values, tuple(dict.fromkeys(asked_as(kind, name) for name in missing)))


def asked_as(kind: Kind, name: str) -> str:
    """What a person is asked for: the value as people call it; for a field of a row its whole list."""
    return kind.labels.get(name.partition(".")[0], name)


def make_now(conference: Conference, code: str, options: Options, typed: Mapping[str, Any]) -> Made:
    """What a document of this kind says now."""
    kind = KINDS[code]
    return made(kind, template_of(conference.host, code), values_of(kind, conference, options, typed))

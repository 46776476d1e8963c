"""The text of a document as it would be made now: template in force, values of the conference, what was typed."""

from collections.abc import Collection, Mapping
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
    known = {name.label: name for name in kind.names} | {name.name: name for name in kind.names}
    given = ((known[key], value) for key, value in typed.items() if key in known and value not in (None, ""))
    return {name.name: name.typed(value) if isinstance(value, str) else value for name, value in given}


def made(kind: Kind, template: TemplateText, values: Values, *, typed: Collection[str] = ()) -> Made:
    """The template with these values, some of them `typed`; raises TemplateFault where the template is wrong."""
    labels = kind.labels
    subject = fill_line(template.subject, values, labels=labels, gaps=kind.gaps)
    body = fill(template.body, values, labels=labels, gaps=kind.gaps)
    missing = dict.fromkeys(asked_as(kind, name, typed) for name in (*subject.missing, *body.missing))
    return Made(subject.text, body.text, values, tuple(missing))


def asked_as(kind: Kind, name: str, typed: Collection[str]) -> str:
    """What a person is asked for, as people call it: for a field of a row its whole list, or the column once typed."""
    of_list = name.partition(".")[0]
    return kind.labels.get(name if of_list in typed else of_list, name)


def make_now(conference: Conference, code: str, options: Options, typed: Mapping[str, Any]) -> Made:
    """What a document of this kind says now."""
    kind = KINDS[code]
    values = values_of(kind, conference, options, typed)
    return made(kind, template_of(conference.host, code), values, typed=typed_values(kind, typed))

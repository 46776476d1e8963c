"""Loads `layout.toml`, the form of official documents, into values: nothing is missing there and nothing unknown."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from tongket.documents.render.values import Profile

PT_PER_MM = 72 / 25.4
# What TOML holds; what a field's type says it holds.
Toml = Any
Hint = Any
# TOML says `from` and `to`, which Python keeps for itself.
_NAMES = {"from": "least", "to": "most"}


class LayoutFault(ValueError):
    """The layout file says what is not understood or leaves out what is needed; the message names the place."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A length or size: what we print, the least and most that the rule allows (None: no bound), its source."""

    use: float
    least: float | None = None
    most: float | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A word of the form, and where it is laid down."""

    source: str
    use: str = ""
    text: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """A habit that a profile follows or does not."""

    use: bool
    source: str


@dataclass(frozen=True, slots=True)
class Dress:
    """How one component looks: size in points, weight, slope; `text` leads it, `gap_pt` is the room above it.

    `rule` is `part` (a share of the line above), `line` (its full length), `*` (a star) or empty; `joint` stands
    between number and symbol; each of several lines ends in `ending`, the last one in `last`.
    """

    size: Measure
    bold: bool
    italic: bool
    source: str
    text: str = ""
    rule: str = ""
    joint: str = ""
    gap_pt: float = 0
    ending: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class PageForm:
    """The sheet, in millimetres, its type face and its page number."""

    width_mm: float
    height_mm: float
    top_mm: Measure
    bottom_mm: Measure
    left_mm: Measure
    right_mm: Measure
    font: Wording
    number_pt: Measure
    number_top_mm: Measure


@dataclass(frozen=True, slots=True)
class HeaderForm:
    """The two columns at the head of page 1."""

    left_mm: Measure
    right_mm: Measure
    nation: Dress
    motto: Dress
    above: Dress
    own: Dress
    number: Dress
    place_and_date: Dress
    rule_part: Measure
    rule_pt: Measure
    rule_gap_mm: Measure


@dataclass(frozen=True, slots=True)
class TitleForm:
    """Name of the type and subject."""

    type_name: Dress
    subject: Dress
    letter_subject: Dress


@dataclass(frozen=True, slots=True)
class BodyForm:
    """The text itself."""

    size: Measure
    line_spacing: Measure
    after_pt: Measure
    first_line_mm: Measure
    item_hanging_mm: Measure
    basis: Dress
    heading: Dress
    closing: Wording


@dataclass(frozen=True, slots=True)
class TableForm:
    """Tables within the text."""

    size: Measure
    inset_mm: Measure
    inset_pt: Measure
    rule_pt: Measure


@dataclass(frozen=True, slots=True)
class FootForm:
    """Addressees, signature, recipients and what stands at the foot of page 1."""

    addressee: Dress
    addressee_left_mm: Measure
    left_mm: Measure
    right_mm: Measure
    gap_pt: Measure
    authority: Dress
    signer: Dress
    signature_mm: Measure
    recipients_head: Dress
    recipients: Dress
    archive: Wording
    drafter: Dress
    contact: Dress
    contact_bottom_mm: Measure


@dataclass(frozen=True, slots=True)
class AnnexForm:
    """The head of an annex."""

    label: Dress
    title: Dress
    reference: Dress
    gap_pt: Measure


@dataclass(frozen=True, slots=True)
class UrgencyForm:
    """The box of urgency; its width in millimetres by what it says."""

    dress: Dress
    height_mm: Measure
    rule_pt: Measure
    widths_mm: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SigningForm:
    """The marks before the title of whoever signs for another."""

    source: str
    collective: str
    acting: str
    deputy: str
    by_order: str
    authorised: str
    deputy_line: Switch
    collective_name: Wording


@dataclass(frozen=True, slots=True)
class NumberingForm:
    """How a symbol is made: `{type}` is the abbreviation of the type, `{body}` that of the issuer."""

    symbol: Wording


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole form of one profile."""

    page: PageForm
    header: HeaderForm
    title: TitleForm
    body: BodyForm
    table: TableForm
    foot: FootForm
    annex: AnnexForm
    urgency: UrgencyForm
    signing: SigningForm
    numbering: NumberingForm


@cache
def layout_of(profile: Profile) -> Layout:
    """The form of `profile`: the decree's with what the profile states differently laid over it."""
    return read_layout(files(__package__).joinpath("layout.toml").read_text(encoding="utf-8"), profile)


def read_layout(toml: str, profile: Profile) -> Layout:
    """The form of `profile` as `toml` states it; raises LayoutFault with the place of the first fault."""
    profiles = tomllib.loads(toml)
    known = {each.value for each in Profile}
    if unknown := sorted(set(profiles) - known):
        raise LayoutFault(f"found profile {unknown[0]}, wanted one of {', '.join(sorted(known))}, in the layout file")
    base, own = profiles.get(Profile.DECREE, {}), profiles.get(profile, {})
    made: Layout = _filled(Layout, _over(base, own), profile.value)
    return made


def _over(base: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with each value that `above` states in its place, tables within tables alike."""
    merged = dict(base)
    for key, value in above.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _over(merged[key], value) if both else value
    return merged


def _filled(kind: Hint, table: Mapping[str, Toml], place: str) -> Toml:
    """An instance of the dataclass `kind`, every field from `table`."""
    hints = get_type_hints(kind)
    table = {_NAMES.get(key, key): value for key, value in table.items()}
    if unknown := sorted(set(table) - set(hints)):
        raise LayoutFault(f"found unknown key {unknown[0]}, wanted one of {', '.join(hints)}, at {place}")
    needed = {each.name for each in fields(kind) if each.default is MISSING}
    if missing := sorted(needed - set(table)):
        raise LayoutFault(f"found no {missing[0]}, wanted it at {place}")
    return kind(**{key: _value(hints[key], value, f"{place}.{key}") for key, value in table.items()})


def _value(hint: Hint, value: Toml, place: str) -> Toml:
    """`value` as `hint` wants it; a number is never taken for a switch."""
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        if not isinstance(value, Mapping):
            raise LayoutFault(f"found {value!r}, wanted a table, at {place}")
        return _filled(hint, value, place)
    origin: object = get_origin(hint)
    if origin is Mapping:
        return MappingProxyType({key: _value(float, each, f"{place}.{key}") for key, each in value.items()})
    wanted = tuple(each for each in get_args(hint) or (hint,) if each is not type(None))
    fits = type(value) in wanted or (float in wanted and type(value) is int)
    if not fits:
        raise LayoutFault(f"found {value!r}, wanted {wanted[0].__name__}, at {place}")
    return value

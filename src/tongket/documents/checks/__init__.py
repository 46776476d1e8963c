"""Whether a document keeps the form of its profile; one file for each rule, listed here in the order of asking."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from tongket.core.findings import Finding, Result, words
from tongket.documents.checks import (
    addressees,
    alignment,
    annex_dress,
    archive_line,
    bases,
    bases_dress,
    body_size,
    citing_capitals,
    closing,
    first_citation,
    first_line,
    font,
    foot_dress,
    header_borders,
    header_dress,
    header_rules,
    header_wording,
    line_spacing,
    margins,
    missing_components,
    number_form,
    page_numbers,
    paper_size,
    paragraph_spacing,
    place_and_date,
    point_letters,
    recipients_list,
    signer_authority,
    signer_title,
    text_colour,
    title_centred,
    title_dress,
    unit_capitals,
    weekday_capitals,
)
from tongket.documents.checks.rule_values import Form, form_of
from tongket.documents.render.values import OfficialDocument, Profile
from tongket.documents.seen.components import Sight
from tongket.documents.seen.recognise import recognise
from tongket.documents.seen.safely import see_safely
from tongket.documents.seen.values import SeenDocument
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable

Check = Callable[[Sight, Form], tuple[Finding, ...]]
CHECKS: tuple[tuple[str, Check], ...] = (
    ("missing-components", missing_components.check),
    ("paper-size", paper_size.check),
    ("margins", margins.check),
    ("font", font.check),
    ("text-colour", text_colour.check),
    ("page-numbers", page_numbers.check),
    ("header-borders", header_borders.check),
    ("header-wording", header_wording.check),
    ("header-dress", header_dress.check),
    ("header-rules", header_rules.check),
    ("number-form", number_form.check),
    ("place-and-date", place_and_date.check),
    ("title-dress", title_dress.check),
    ("title-centred", title_centred.check),
    ("addressees", addressees.check),
    ("bases", bases.check),
    ("bases-dress", bases_dress.check),
    ("body-size", body_size.check),
    ("alignment", alignment.check),
    ("first-line", first_line.check),
    ("paragraph-spacing", paragraph_spacing.check),
    ("line-spacing", line_spacing.check),
    ("point-letters", point_letters.check),
    ("citing-capitals", citing_capitals.check),
    ("weekday-capitals", weekday_capitals.check),
    ("unit-capitals", unit_capitals.check),
    ("first-citation", first_citation.check),
    ("closing", closing.check),
    ("foot-dress", foot_dress.check),
    ("signer-authority", signer_authority.check),
    ("signer-title", signer_title.check),
    ("recipients-list", recipients_list.check),
    ("archive-line", archive_line.check),
    ("annex-dress", annex_dress.check),
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of one file: all results, those that passed too, or the fault that kept it unread."""

    results: tuple[Result, ...] = ()
    is_readable: bool = True
    fault: Finding | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all results, in the order of asking."""
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def passed(self) -> int:
        """How many checks found nothing."""
        return sum(not result.findings for result in self.results)


def run_checks(sight: Sight, profile: Profile) -> tuple[Result, ...]:
    """Every check with what it found in this profile, in the order above; one with no findings passed."""
    form = form_of(profile)

    def asked(check: Check) -> tuple[Finding, ...]:
        return tuple(finding for finding in check(sight, form) if form.asks(finding.code))

    return tuple(Result(name, asked(check)) for name, check in CHECKS)


def check_file(data: bytes, name: str = "", *, profile: Profile, limits: Limits = DEFAULT) -> Checked:
    """What the rules of `profile` say of a .docx that nobody vouches for; it is opened in a child process, never here.

    `name` only helps the sentence of a fault.
    """
    try:
        document = see_safely(data, limits=limits)
    except Unreadable as refused:
        return Checked(is_readable=False, fault=_named(refused.finding, name))
    return Checked(run_checks(recognise(document), profile))


def check_document(document: OfficialDocument) -> tuple[Result, ...]:
    """What the rules of its own profile say of a document of ours, as its .docx shows it.

    The renderer and the parser are loaded here and not above: whoever checks a stranger's file must not load them.
    """
    name = "tongket.documents.render.docx:docx_to_check"
    docx_of = cast("Callable[[OfficialDocument], bytes]", pkgutil.resolve_name(name))
    see = cast("Callable[[bytes, Limits], SeenDocument]", pkgutil.resolve_name("tongket.documents.seen.walk:see"))
    return run_checks(recognise(see(docx_of(document), DEFAULT)), document.profile)


def _named(fault: Finding, name: str) -> Finding:
    return replace(fault, where=words("Tệp: {name}."), values={**fault.values, "name": name}) if name else fault


__all__ = ["CHECKS", "Checked", "check_document", "check_file", "run_checks"]

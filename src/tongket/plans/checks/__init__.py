"""What a careful chief clerk would notice in a plan; one file for each rule, listed here in the order of asking."""

from collections.abc import Callable

from tongket.core.findings import Finding, Result
from tongket.plans.checks import (
    award_above_level,
    award_without_form,
    basis_end,
    basis_incomplete,
    basis_later,
    basis_superseded,
    blanks_left,
    broken_mail,
    conference_before_issue,
    conference_day_off,
    date_padding,
    deadline_after_conference,
    deadline_day,
    deadline_too_late,
    deadline_too_soon,
    deadline_without_address,
    district_named,
    far_date,
    free_mail,
    header_gaps,
    hours,
    impossible_date,
    keep_missing,
    keep_without_colon,
    mail_two_spellings,
    no_budget,
    no_participants,
    nominations_without_deadline,
    number_form,
    numbering_order,
    owes_not_recipient,
    paper_without_topic,
    papers_do_not_fit,
    papers_without_deadline,
    papers_without_limits,
    participants_sum,
    private_phone,
    quota_mismatch,
    scope_words,
    signer_authority,
    signer_degree,
    time_to_announce,
    unit_twice,
    weekday_mismatch,
    years_and_period,
)
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan

Check = Callable[[Plan, Context], tuple[Finding, ...]]
CHECKS: tuple[tuple[str, Check], ...] = (
    ("impossible-date", impossible_date.check),
    ("conference-before-issue", conference_before_issue.check),
    ("blanks-left", blanks_left.check),
    ("time-to-announce", time_to_announce.check),
    ("hours", hours.check),
    ("conference-day-off", conference_day_off.check),
    ("weekday-mismatch", weekday_mismatch.check),
    ("far-date", far_date.check),
    ("no-participants", no_participants.check),
    ("participants-sum", participants_sum.check),
    ("deadline-day", deadline_day.check),
    ("deadline-too-soon", deadline_too_soon.check),
    ("deadline-too-late", deadline_too_late.check),
    ("deadline-after-conference", deadline_after_conference.check),
    ("deadline-without-address", deadline_without_address.check),
    ("broken-mail", broken_mail.check),
    ("mail-two-spellings", mail_two_spellings.check),
    ("scope-words", scope_words.check),
    ("unit-twice", unit_twice.check),
    ("district-named", district_named.check),
    ("papers-do-not-fit", papers_do_not_fit.check),
    ("papers-without-deadline", papers_without_deadline.check),
    ("papers-without-limits", papers_without_limits.check),
    ("paper-without-topic", paper_without_topic.check),
    ("award-without-form", award_without_form.check),
    ("award-above-level", award_above_level.check),
    ("quota-mismatch", quota_mismatch.check),
    ("nominations-without-deadline", nominations_without_deadline.check),
    ("years-and-period", years_and_period.check),
    ("no-budget", no_budget.check),
    ("owes-not-recipient", owes_not_recipient.check),
    ("free-mail", free_mail.check),
    ("private-phone", private_phone.check),
    ("basis-later", basis_later.check),
    ("basis-superseded", basis_superseded.check),
    ("basis-incomplete", basis_incomplete.check),
    ("basis-end", basis_end.check),
    ("numbering-order", numbering_order.check),
    ("header-gaps", header_gaps.check),
    ("number-form", number_form.check),
    ("date-padding", date_padding.check),
    ("signer-authority", signer_authority.check),
    ("signer-degree", signer_degree.check),
    ("keep-missing", keep_missing.check),
    ("keep-without-colon", keep_without_colon.check),
)


def run_checks(plan: Plan, context: Context | None = None) -> tuple[Result, ...]:
    """Every check with what it found, in the order above; one with no findings passed."""
    known = context or Context()
    return tuple(Result(name, check(plan, known)) for name, check in CHECKS)


__all__ = ["CHECKS", "Context", "run_checks"]

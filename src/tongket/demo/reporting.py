"""The reviews of the sample conference: what each unit reported and how it came, who confirmed it, what was taken.

Fifteen of eighteen reported by 21/10/2024; their words and figures stand in `demo/reviews`.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache, partial
from importlib.resources import files as resources
from typing import Any

from tongket.accounts.models import User
from tongket.conferences.rules import Channel
from tongket.demo.mail import arrive
from tongket.demo.people import PEOPLE
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import FARMERS, Step, at
from tongket.reviews.actions.deciding import accept_review, confirm_review
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.actions.submitting import Came, submit_review
from tongket.reviews.models import Review
from tongket.reviews.offline.sheet import write_sheet
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.reviews import find_review
from tongket.reviews.reports.numbers import numbers_in
from tongket.reviews.rules import CameAs, Confirmed, Manner
from tongket.reviews.values import Figure, Filled, Named, Outline
from tongket.reviews.workshop import key_of
from tongket.synthesis.actions.composing import compose_report
from tongket.units.models import Unit

# By the names under which the files keep them: the questions of the plan by their codes, the usual ones by their own.
QUESTIONS = {
    "role": "iii-1-1",
    "outreach": "iii-1-1-1",
    "organising": "iii-1-1-2",
    "supervision": "iii-1-1-3",
}


@dataclass(frozen=True, slots=True)
class Reported:
    """A review that came: its file, when and how; `taken_at` is when the office accepted it, None while it waits."""

    file: str
    at: datetime
    channel: Channel = Channel.WEB
    taken_at: datetime | None = None


REPORTED = (
    Reported("hoi-phu-nu", at(16), taken_at=at(18, 15)),
    Reported("lien-doan-lao-dong", at(16, 9, 3), taken_at=at(18, 15, 2)),
    Reported("tam-phu", at(17, 14), taken_at=at(18, 15, 4)),
    Reported("tam-thanh", at(17, 14, 3), taken_at=at(18, 15, 6)),
    Reported("tam-thang", at(17, 14, 6), taken_at=at(18, 15, 8)),
    Reported("an-my", at(17, 9), taken_at=at(18, 15, 10)),
    Reported("an-xuan", at(17, 9, 3), taken_at=at(19, 15)),
    Reported("hoa-thuan", at(17, 9, 6), taken_at=at(19, 15, 2)),
    Reported("tan-thanh", at(18, 9), Channel.EMAIL, taken_at=at(19, 15, 4)),
    Reported("truong-xuan", at(18, 9, 3), Channel.EMAIL, taken_at=at(19, 15, 6)),
    Reported("hoi-nong-dan", at(19, 9)),
    Reported("hoi-cuu-chien-binh", at(19, 9, 3)),
    Reported("tam-ngoc", at(19, 9, 6)),
    Reported("an-phu", at(19, 9, 9)),
    Reported("phuoc-hoa", at(19, 16), Channel.PAPER),
)


def scenes() -> list[Scene]:
    """Everything of this part, in no order; the farmers' chairman is away, so nobody stands behind their review yet."""
    taken = [(each, each.taken_at) for each in REPORTED if each.taken_at is not None]
    return [
        Scene(at(14, 9), ask),
        *(Scene(each.at, partial(report, each)) for each in REPORTED),
        *(Scene(when, partial(take, each)) for each, when in taken),
        Scene(at(21, 8, 12), synthesise),
    ]


def ask(cast: Cast, now: datetime) -> None:
    """The clerk makes the outline of the plan and the usual indicators."""
    make_outline(conference=cast.conference, by=cast.clerk, now=now)


@cache
def words_of(file: str) -> dict[str, Any]:
    """What a unit reports, as its file has it."""
    return tomllib.loads((resources("tongket.demo.reviews") / f"{file}.toml").read_text(encoding="utf-8"))


def report(each: Reported, cast: Cast, now: datetime) -> None:
    """A unit reports: on the page, by the filled form in a message, or on paper that the clerk types in."""
    told = words_of(each.file)
    review = review_by(told["unit"], cast)
    outline = outline_of(cast.conference)
    filled = filled_by(told, outline)
    if each.channel is Channel.EMAIL:
        unit = review.unit
        sheet = write_sheet(outline, unit=unit.name, unit_key=key_of(cast.conference, unit), known=filled)
        step = Step(now, "hand_in", "review", told["unit"], "Gửi kèm biểu mẫu đã điền.", "email")
        arrive(step, now, file=(f"Báo cáo {unit.place}.xlsx", sheet))
    else:
        came_as = CameAs.PAPER if each.channel is Channel.PAPER else CameAs.WEB
        by = cast.clerk if each.channel is Channel.PAPER else _person(review.unit, cast)
        came = Came(each.channel, now, note=told.get("note", ""))
        submit_review(review=review, filled=filled, came_as=came_as, came=came, by=by, now=now)
    if told["unit"] != FARMERS:
        confirm(told["unit"], cast, now)


def confirm(unit: str, cast: Cast, now: datetime) -> None:
    """The unit's leader stands behind it on the page, or the clerk has seen a signed paper."""
    review = review_by(unit, cast)
    own = _person(review.unit, cast)
    how = Confirmed.SIGNED if own is cast.clerk else Confirmed.WEB
    confirm_review(review=review, how=how, by=own, now=now)


def take(each: Reported, cast: Cast, now: datetime) -> None:
    """The clerk accepts the review."""
    accept_review(review=review_by(words_of(each.file)["unit"], cast), by=cast.clerk, now=now)


def synthesise(cast: Cast, now: datetime) -> None:
    """The clerk has what came by now put together as the first draft of the summary report."""
    compose_report(conference=cast.conference, by=cast.clerk, now=now)


def review_by(unit: str, cast: Cast) -> Review:
    """The review of the unit whose name ends so, as it stands now."""
    found = Unit.objects.get(name__endswith=unit, duties__conference=cast.conference, duties__kind="review")
    review = find_review(cast.conference, found.pk)
    if review is None:
        raise RuntimeError(f"{found.name} owes no review")
    return review


def filled_by(told: dict[str, Any], outline: Outline) -> Filled:
    """What a unit filled into the form of this outline."""
    period = next(each.code for each in outline.periods if each.is_current)
    answers = {QUESTIONS.get(name, name): text for name, text in told["answers"].items()}
    answers["exemplars"] = "\n".join(each["text"] for each in told.get("exemplars", []))
    return Filled(
        revision=outline.revision,
        answers=answers,
        figures=tuple(_figure(code, typed, period) for code, typed in told["figures"].items()),
        exemplars=tuple(
            Named(each["name"], each["owner"], each.get("place", ""), each["text"])
            for each in told.get("exemplars", [])
        ),
        manner=Manner(told["manner"]),
        held_on=told["held_on"],
        signer=told["signer"],
        signer_post=told["signer_post"],
        place=told.get("place", ""),
        attended=told.get("attended"),
    )


def _figure(code: str, typed: int | str, period: str) -> Figure:
    """A figure as it was typed: `gần 10` keeps its word, `48.000.000` stands as it does."""
    if isinstance(typed, int):
        return Figure(code, period, Decimal(typed), written=str(typed))
    (number,) = numbers_in(typed)
    return Figure(code, period, number.value, written=typed, about=number.about)


def _person(unit: Unit, cast: Cast) -> User:
    """Somebody of the unit who can sign in, else the clerk who enters for it."""
    names = [person.name for person in PEOPLE if person.unit == unit.name]
    return cast.users[names[-1]] if names else cast.clerk

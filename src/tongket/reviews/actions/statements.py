"""Statements of a review: cut from its answers or its report; one that comes again keeps its row, and so its theme."""

import hashlib
from collections.abc import Iterable, Mapping

from tongket.core.many_rows import insert_rows
from tongket.core.text import fold, nfc
from tongket.reviews import values
from tongket.reviews.cutting import cut
from tongket.reviews.models import Outline, Question, Review, ReviewVersion, Statement
from tongket.reviews.rules import Kind

CUT = ("version", "ordinal", "kind", "text", "question", "page", "block", "is_gone")
NEW = ("key", "ordinal", "kind", "text", "question", "page", "block")
AT_ONCE = 500


def key_of(text: str) -> str:
    """By what a statement is known again in the next version: its words without case, accents and signs of spacing."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def cuts_of(outline: Outline, answers: Mapping[str, str]) -> tuple[values.Cut, ...]:
    """The statements of answers in the order of the outline."""
    asked = Question.objects.filter(outline=outline, code__in=answers).order_by("ordinal", "pk")
    return tuple(each for row in asked for each in _cut(row, answers))


def _cut(row: Question, answers: Mapping[str, str]) -> tuple[values.Cut, ...]:
    return cut(answers[row.code], kind=Kind(row.kind), question=row.code)


def write_statements(version: ReviewVersion, outline: Outline, cuts: Iterable[values.Cut]) -> None:
    """Makes `cuts` the statements in force; those that are not among them stay as gone."""
    review = version.review
    told = {key_of(each.text): each for each in cuts if each.text.strip()}
    kept = {row.key: row for row in Statement.objects.filter(review=review)}
    questions = dict(Question.objects.filter(outline=outline).values_list("code", "pk"))
    gone = [row.pk for key, row in kept.items() if key not in told and not row.is_gone]
    Statement.objects.filter(pk__in=gone).update(is_gone=True)
    new, again = [], []
    for ordinal, (key, each) in enumerate(told.items(), 1):
        said = (ordinal, each.kind, nfc(each.text).strip(), questions.get(each.question))
        row = kept.get(key)
        if row is None:
            new.append((key, *said, each.place.page, each.place.block))
            continue
        row.ordinal, row.kind, row.text, row.question_id = said
        row.is_gone = False
        _place(row, version, each.place)
        again.append(row)
    Statement.objects.bulk_update(again, CUT, batch_size=AT_ONCE)
    insert_rows(Statement, NEW, new, shared={"review": review.pk, "version": version.pk})


def _place(row: Statement, version: ReviewVersion, place: values.Place) -> None:
    """Where it stands; what came again without a place keeps the one it had in the report it was cut from."""
    if place.page is None and place.block is None:
        return
    row.version, row.page, row.block = version, place.page, place.block


def keys_in_force(review: Review) -> list[str]:
    """What a version keeps of its statements, so that they can be put in force again."""
    return list(
        Statement.objects.filter(review=review, is_gone=False).order_by("ordinal").values_list("key", flat=True)
    )


def put_in_force(review: Review, keys: Iterable[str]) -> None:
    """Makes the statements of an earlier version those in force again, in its order."""
    rows = {row.key: row for row in Statement.objects.filter(review=review)}
    Statement.objects.filter(review=review).update(is_gone=True)
    for ordinal, key in enumerate(keys, 1):
        if key in rows:
            Statement.objects.filter(pk=rows[key].pk).update(is_gone=False, ordinal=ordinal)

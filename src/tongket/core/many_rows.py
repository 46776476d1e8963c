"""Thousands of rows written by one prepared statement, where making an object of each would take longer than all else.

Django's `bulk_create` builds its statement anew for each few hundred rows and asks every field of every row for its
default, its value and its form in the database. Here what all rows share is prepared once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models
from django.db.models.constants import OnConflict

Columns = Sequence[str]
PLAIN = (str, int)


def insert_rows(
    model: type[models.Model],
    columns: Columns,
    rows: Iterable[Sequence[Any]],
    *,
    shared: Mapping[str, Any] | None = None,
    skip_known: bool = False,
    renew_by: Columns = (),
) -> None:
    """Writes a row of `model` for each of `rows`, whose values stand in the order of `columns`, names of fields.

    `shared` holds values that are the same in all; every other field has its default. A field that points to another
    row takes that row's key. With `skip_known` a row that a unique key forbids is left out; with `renew_by`, the fields
    of that unique key, it takes the new values and keeps its number; else it raises IntegrityError. No signal is sent
    and no object made: who needs the keys asks for them afterwards.
    """
    fields = [model._meta.get_field(name) for name in columns]
    common = _common(model, columns, shared or {})
    on_conflict = _on_conflict(skip_known=skip_known, renew=bool(renew_by))
    values = [[*map(_as_kept, fields, row), *common.values()] for row in rows]
    if not values:
        return
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, [*fields, *common], on_conflict, renew_by), values)


def _on_conflict(*, skip_known: bool, renew: bool) -> OnConflict | None:
    if renew:
        return OnConflict.UPDATE
    return OnConflict.IGNORE if skip_known else None


def _as_kept(field: Any, value: object) -> object:  # noqa: ANN401 -- a field of any kind
    """A value as the database takes it; plain words and numbers are what they are, all but those kept as JSON."""
    if type(value) in PLAIN and not isinstance(field, models.JSONField):
        return value
    return field.get_db_prep_save(value, connection)


def _common(model: type[models.Model], columns: Columns, shared: Mapping[str, Any]) -> dict[Any, Any]:
    """The fields that are the same in every row, with their values as the database takes them."""
    rest = [field for field in model._meta.concrete_fields if field.name not in columns and not field.primary_key]
    return {field: _as_kept(field, shared.get(field.name, field.get_default())) for field in rest}


def _statement(
    model: type[models.Model], fields: Sequence[Any], on_conflict: OnConflict | None, renew_by: Columns
) -> str:
    """`INSERT` in the words of the database in use."""
    quote, words = connection.ops.quote_name, connection.ops
    names = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    begin = words.insert_statement(on_conflict=on_conflict)
    unique: list[Any] = [model._meta.get_field(name) for name in renew_by]
    renewed = [field.column for field in fields if renew_by and field not in unique]
    end = words.on_conflict_suffix_sql(fields, on_conflict, renewed, [field.column for field in unique])
    return f"{begin} {quote(model._meta.db_table)} ({names}) VALUES ({places}) {end}".rstrip()

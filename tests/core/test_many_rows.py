"""Thousands of rows by one statement: values, defaults, what all share, and rows that are there already."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tongket.core.many_rows import insert_rows
from tongket.core.models import Setting, StoredFile

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)
COLUMNS = ("key", "scope", "value")


def test_rows_are_written_with_their_values_and_the_defaults_of_the_rest() -> None:
    insert_rows(Setting, COLUMNS, [("một", "a", {"chữ": "ấ"}), ("hai", "b", "lời")], shared={"source": "sổ"})

    rows = Setting.objects.filter(source="sổ").order_by("pk")
    assert list(rows.values_list("key", "scope", "value", "valid_from_on", "source")) == [
        ("một", "a", {"chữ": "ấ"}, None, "sổ"),
        ("hai", "b", "lời", None, "sổ"),
    ]


def test_what_all_share_is_kept_as_the_field_keeps_it() -> None:
    keys = [uuid4(), uuid4()]

    insert_rows(
        StoredFile,
        ("id", "name"),
        [(key, f"tệp {place}") for place, key in enumerate(keys)],
        shared={"sha256": "0" * 64, "bytes_long": 7, "content_type": "text/plain", "stored_at": NOW},
    )

    rows = StoredFile.objects.order_by("name")
    assert list(rows.values_list("pk", "bytes_long", "stored_at")) == [(key, 7, NOW) for key in keys]


def test_a_thousand_rows_are_one_statement() -> None:
    with CaptureQueriesContext(connection) as asked:
        insert_rows(Setting, COLUMNS, [(f"k{place}", "", place) for place in range(1000)])

    assert (len(asked), Setting.objects.filter(key__startswith="k").count()) == (1, 1000)


def test_no_rows_change_nothing() -> None:
    insert_rows(Setting, COLUMNS, [])

    assert not Setting.objects.filter(key="một").exists()


def test_row_that_is_there_is_left_out_or_refused() -> None:
    columns = ("id", "name")
    shared = {"sha256": "0" * 64, "bytes_long": 7, "content_type": "text/plain", "stored_at": NOW}
    first, second = uuid4(), uuid4()
    insert_rows(StoredFile, columns, [(first, "trước")], shared=shared)

    insert_rows(StoredFile, columns, [(first, "sau"), (second, "mới")], shared=shared, skip_known=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(StoredFile, columns, [(second, "lần nữa")], shared=shared)

    assert list(StoredFile.objects.order_by("name").values_list("name", flat=True)) == ["mới", "trước"]


def test_row_that_is_known_takes_new_values_and_keeps_its_number() -> None:
    columns, unique = (*COLUMNS, "valid_from_on"), ("key", "scope", "valid_from_on")
    day = NOW.date()
    insert_rows(Setting, columns, [("một", "a", 1, day), ("hai", "b", 2, day)])
    known = dict(Setting.objects.values_list("key", "pk"))

    insert_rows(Setting, columns, [("một", "a", 5, day), ("ba", "c", 3, day)], renew_by=unique)

    rows = {row.key: (row.value, row.pk) for row in Setting.objects.filter(valid_from_on=day)}
    assert rows["một"] == (5, known["một"])
    assert rows["hai"] == (2, known["hai"])
    assert rows["ba"][0] == 3

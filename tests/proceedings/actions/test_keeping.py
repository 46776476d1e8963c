"""Chapters kept between builds: the next build sets only what changed, and nothing is kept for longer than it helps."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from tests.factories.conferences import NOW
from tests.factories.papers import make_accepted
from tests.factories.proceedings import bind, make_build
from tests.office import Office
from tongket.core.models import StoredFile
from tongket.proceedings.actions.keeping import KEPT_FOR, NAME, VolumeShelf, clear_old
from tongket.proceedings.models import KeptChapter, Volume
from tongket.proceedings.queries.contents import volume_of

pytestmark = [pytest.mark.usefixtures("monday"), pytest.mark.django_db]


def keys() -> set[str]:
    return set(KeptChapter.objects.values_list("key", flat=True))


def shelf_with(office: Office, **chapters: bytes) -> VolumeShelf:
    volume, _is_new = Volume.objects.get_or_create(conference=office.conference)
    shelf = VolumeShelf(volume)
    shelf.update(chapters)
    return shelf


def test_a_build_keeps_its_chapters_and_the_next_one_clears_those_that_changed(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)
    first = keys()
    make_accepted(duty=office.duty_b)

    bind(office)

    assert (len(first), len(keys()), first < keys()) == (1, 2, True)


def test_what_is_put_on_the_shelf_stands_there_for_the_next_build(office: Office) -> None:
    shelf_with(office, one=b"1", two=b"2").keep(now=NOW)

    again = VolumeShelf(volume_of(office.conference))

    assert (dict(again), len(again)) == ({"one": b"1", "two": b"2"}, 2)


def test_what_nobody_asks_for_is_cleared_away_with_its_file(office: Office) -> None:
    shelf_with(office, one=b"1", two=b"2").keep(now=NOW)
    again = VolumeShelf(volume_of(office.conference))
    assert again["two"] == b"2"

    again.keep(now=NOW)

    assert keys() == {"two"}
    assert StoredFile.objects.filter(name=NAME).count() == 1


def test_a_lost_file_is_as_one_never_kept(office: Office) -> None:
    shelf_with(office, one=b"1").keep(now=NOW)
    default_storage.delete(KeptChapter.objects.get().file.place)
    again = VolumeShelf(volume_of(office.conference))
    assert again.get("one") is None

    again["one"] = b"1"
    again.keep(now=NOW)

    assert dict(VolumeShelf(volume_of(office.conference))) == {"one": b"1"}


def test_a_new_chapter_can_be_taken_off_again(office: Office) -> None:
    shelf = shelf_with(office, one=b"1")

    del shelf["one"]
    shelf.keep(now=NOW)

    assert keys() == set()


def test_two_builds_that_end_at_once_keep_a_chapter_once(office: Office) -> None:
    first, second = (shelf_with(office, one=b"1") for _ in range(2))

    first.keep(now=NOW)
    second.keep(now=NOW)

    assert dict(VolumeShelf(volume_of(office.conference))) == {"one": b"1"}


def test_chapters_of_a_volume_that_rests_are_cleared_away(office: Office) -> None:
    shelf_with(office, one=b"1").keep(now=NOW)
    make_build(volume=volume_of(office.conference))

    clear_old(now=NOW + KEPT_FOR - timedelta(days=1))
    assert keys() == {"one"}

    clear_old(now=NOW + KEPT_FOR + timedelta(days=1))
    assert keys() == set()

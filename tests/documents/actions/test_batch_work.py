"""Batches: made in order, issued once, shared by two workers, stopped, gone on with, and none the worse for a kill."""

import io
import json
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from tests.factories.conferences import NOW, make_user
from tests.factories.copies import BODY, make_batch, make_copies, make_invitation
from tongket.accounts.models import User
from tongket.core import files, jobs
from tongket.core.models import Event, Job, StoredFile
from tongket.documents.actions import batch_work as work
from tongket.documents.actions import batch_workers as workers
from tongket.documents.actions import batches as act
from tongket.documents.actions.copies import change_copy
from tongket.documents.batches import Made, Order
from tongket.documents.models import Batch, Copy, Document, Part, Recipient
from tongket.documents.rules import BatchState, DocumentState

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of two places, all made in this process."""
    monkeypatch.setattr("tongket.documents.actions.batches.parts_of", lambda places: _runs(places, 2))


def _runs(places: int, size: int) -> list[tuple[int, int]]:
    return [(first, min(size, places - first)) for first in range(0, places, size)]


@pytest.fixture
def numbered(db: None) -> Document:
    return make_invitation(state=DocumentState.NUMBERED)


def words_of(data: bytes) -> list[str]:
    """The words of each page."""
    pdf = pdfium.PdfDocument(data)
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    pdf.close()
    return pages


def people_of(batch: Batch) -> list[list[int]]:
    """The numbers of the people on each sheet, from left to right."""
    assert batch.printed is not None
    texts = words_of(files.read(batch.printed))
    return [[int(part.split(",")[0]) for part in text.split("Nguyễn Văn ")[1:]] for text in texts]


@pytest.mark.slow
@pytest.mark.usefixtures("small_parts")
def test_batch_makes_one_print_file_and_a_zip(numbered: Document) -> None:
    make_copies(numbered, 5)
    batch = make_batch(numbered)

    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (batch.state, batch.done, batch.total, batch.fault) == (BatchState.DONE, 5, 5, "")
    assert people_of(batch) == [[1], [2], [3], [4], [5]]
    assert batch.zipped is not None
    with zipfile.ZipFile(io.BytesIO(files.read(batch.zipped))) as archive:
        assert archive.namelist() == [f"00{place} Nguyễn Văn {place}.pdf" for place in range(1, 6)]
        assert "Nguyễn Văn 4" in words_of(archive.read("004 Nguyễn Văn 4.pdf"))[0]
    assert StoredFile.objects.count() == 2
    assert not Part.objects.exclude(printed=None, zipped=None).exists()


@pytest.mark.slow
@pytest.mark.usefixtures("small_parts")
def test_sheets_are_laid_so_that_a_cut_pile_is_in_order(numbered: Document) -> None:
    make_copies(numbered, 5)
    batch = make_batch(numbered, act.Wish(per_sheet=2, is_stacked=True, is_zipped=False))

    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert people_of(batch) == [[1, 4], [2, 5], [3]]
    assert batch.zipped is None


@pytest.mark.slow
def test_copies_are_issued_once_and_become_recipients(numbered: Document) -> None:
    make_copies(numbered, 2)
    first = make_batch(numbered)
    work.make_batch(first.pk)
    issued = list(Copy.objects.values_list("issued_at", flat=True))

    work.make_batch(make_batch(numbered).pk)

    assert list(Copy.objects.values_list("issued_at", flat=True)) == issued == [NOW, NOW]
    assert list(Recipient.objects.order_by("ordinal").values_list("name", "email")) == [
        ("Nguyễn Văn 1, Chủ tịch, Hội 1", "a1@thu.vn"),
        ("Nguyễn Văn 2, Chủ tịch, Hội 2", "a2@thu.vn"),
    ]
    assert Event.objects.filter(verb="copies_issued").count() == 1


@pytest.mark.slow
def test_only_new_ones_are_made_where_asked(numbered: Document) -> None:
    make_copies(numbered, 1)
    work.make_batch(make_batch(numbered).pk)
    with pytest.raises(act.NothingToMake):
        make_batch(numbered, act.Wish(only_new=True))
    make_copies(numbered, 2)

    assert make_batch(numbered, act.Wish(only_new=True)).total == 1


@pytest.mark.slow
@pytest.mark.django_db
def test_proof_issues_nothing() -> None:
    draft = make_invitation(state=DocumentState.APPROVED)
    make_copies(draft, 1)
    batch = make_batch(draft)

    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (batch.is_proof, batch.state) == (True, BatchState.DONE)
    assert (Copy.objects.get().issued_at, Recipient.objects.count()) == (None, 0)


def test_batch_waits_for_every_value(numbered: Document) -> None:
    make_copies(numbered, 2, common={})

    with pytest.raises(act.CopiesUnfinished) as lacking:
        make_batch(numbered)

    assert lacking.value.names == ("Nguyễn Văn 1", "Nguyễn Văn 2")


def test_document_has_one_batch_under_way(numbered: Document) -> None:
    make_copies(numbered, 1)
    make_batch(numbered)

    with pytest.raises(act.BatchMoved):
        make_batch(numbered)


def test_empty_list_makes_nothing(numbered: Document) -> None:
    with pytest.raises(act.NothingToMake):
        make_batch(numbered)


class Hands:
    """A workshop that makes nothing of worth, does something before it hands out, and counts its orders."""

    hands = 1

    def __init__(self, meanwhile: Any = lambda: None, fault: BaseException | None = None) -> None:
        self.meanwhile, self.fault = meanwhile, fault
        self.orders: list[Order] = []

    def __enter__(self) -> "Hands":
        return self

    def __exit__(self, *_parts: object) -> None:
        return

    def give(self, order: Order) -> int:
        self.orders.append(order)
        return len(self.orders)

    def done(self, **_within: float) -> Iterator[tuple[int, Made]]:
        self.meanwhile()
        if self.fault is not None:
            raise self.fault
        yield len(self.orders), Made(printed=PAGE, zipped=b"")


PAGE = b""


@pytest.fixture(autouse=True)
def _page() -> None:
    global PAGE
    blank, target = pdfium.PdfDocument.new(), io.BytesIO()
    blank.new_page(100, 100).close()
    blank.save(target)
    PAGE = target.getvalue()


def with_hands(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> Hands:
    monkeypatch.setattr(work, "Workshop", lambda **_parts: hands)
    return hands


def orders_of(hands: Hands) -> list[list[str]]:
    return [[copy.name[-1] for copy in order.copies if copy is not None] for order in hands.orders]


@pytest.fixture
def batch(numbered: Document, small_parts: None) -> Batch:
    """Three parts of two copies each, no .zip."""
    make_copies(numbered, 6)
    return make_batch(numbered, act.Wish(is_zipped=False))


def test_two_workers_never_make_one_part_twice(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = Hands()

    def other_worker() -> None:
        outer.meanwhile = lambda: None
        monkeypatch.setattr(work, "Workshop", lambda **_parts: inner)
        work.make_batch(batch.pk)

    outer = with_hands(monkeypatch, Hands(other_worker))
    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (orders_of(outer), orders_of(inner)) == ([["1", "2"]], [["3", "4"], ["5", "6"]])
    assert (batch.state, batch.done) == (BatchState.DONE, 6)


def test_part_of_a_silent_worker_is_taken_over_and_its_late_work_thrown_away(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = Hands()

    def other_worker() -> None:
        outer.meanwhile = lambda: None
        monkeypatch.setattr(work, "SILENT_SECONDS", -1)
        monkeypatch.setattr(work, "Workshop", lambda **_parts: inner)
        work.make_batch(batch.pk)
        monkeypatch.setattr(work, "SILENT_SECONDS", 30)

    outer = with_hands(monkeypatch, Hands(other_worker))
    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (orders_of(outer), orders_of(inner)) == ([["1", "2"]], [["1", "2"], ["3", "4"], ["5", "6"]])
    assert (batch.state, batch.done, StoredFile.objects.count()) == (BatchState.DONE, 6, 1)
    assert sum(event.changes["copies"] for event in Event.objects.filter(verb="copies_issued")) == 6


def test_stopped_batch_keeps_what_is_done_and_goes_on(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    by = make_user()
    hands = with_hands(monkeypatch, Hands(lambda: act.stop_batch(batch=batch, by=by, now=NOW)))
    work.make_batch(batch.pk)
    batch.refresh_from_db()
    stopped = (batch.state, batch.done)
    work.make_batch(batch.pk)
    hands.meanwhile = lambda: None

    act.go_on_with_batch(batch=batch, by=by, now=NOW)
    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert stopped == (BatchState.STOPPED, 2)
    assert orders_of(hands) == [["1", "2"], ["3", "4"], ["5", "6"]]
    assert (batch.state, batch.done) == (BatchState.DONE, 6)


@pytest.fixture
def queued(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The jobs that the work queues, in order, none of which runs; no worker is left."""
    names: list[str] = []
    Job.objects.all().delete()
    monkeypatch.setattr(work, "start_job", lambda name, **_more: names.append(name))
    yield names
    workers.taken_up(batch.pk)


class Clock:
    """Time that passes only while hands work, however busy the machine is."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def monotonic(self) -> float:
        return self.seconds

    def one_slice(self) -> None:
        self.seconds += work.SLICE_SECONDS


def slow_hands(monkeypatch: pytest.MonkeyPatch) -> list[Hands]:
    """The workshops that are opened; each part takes as long as a slice, so that a slice takes one part."""
    opened, clock = list[Hands](), Clock()
    monkeypatch.setattr(work, "time", clock)

    def open_one(**_parts: int) -> Hands:
        opened.append(Hands(clock.one_slice))
        return opened[-1]

    monkeypatch.setattr(work, "Workshop", open_one)
    return opened


def test_slices_let_other_jobs_run_and_keep_the_same_hands(
    batch: Batch, queued: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, done, queued_so_far = slow_hands(monkeypatch), [], []

    for _slice in range(4):
        work.make_slice(batch.pk)
        batch.refresh_from_db()
        done.append((batch.state, batch.done))
        queued_so_far.append(len(queued))

    running = BatchState.RUNNING
    assert done == [(running, 2), (running, 4), (BatchState.DONE, 6), (BatchState.DONE, 6)]
    assert (queued_so_far, set(queued)) == ([1, 2, 2, 2], {work.MAKE})
    assert [orders_of(hands) for hands in opened] == [[["1", "2"], ["3", "4"], ["5", "6"]]]
    assert sum(event.changes["copies"] for event in Event.objects.filter(verb="copies_issued")) == 6
    assert batch.done_before == 0


def test_batch_waits_with_one_job_only(batch: Batch, queued: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    slow_hands(monkeypatch)
    Job.objects.create(name=work.MAKE, arguments={"batch_id": batch.pk}, run_at=NOW)

    work.make_slice(batch.pk)

    assert queued == []


def test_batch_stopped_between_two_slices_keeps_what_was_under_way(
    batch: Batch, queued: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, by = slow_hands(monkeypatch), make_user()
    work.make_slice(batch.pk)
    act.stop_batch(batch=batch, by=by, now=NOW)

    work.make_slice(batch.pk)

    batch.refresh_from_db()
    assert (batch.state, batch.done, len(queued)) == (BatchState.STOPPED, 4, 1)
    assert [orders_of(hands) for hands in opened] == [[["1", "2"], ["3", "4"]]]
    assert list(batch.parts.filter(done_at=None).values_list("claim", flat=True)) == [""]


def test_process_that_died_between_two_slices_is_followed_by_another(
    batch: Batch, queued: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = slow_hands(monkeypatch)
    work.make_slice(batch.pk)
    # The other process knows nothing of the first one's hands, whose part is free once it is silent.
    workers.taken_up(batch.pk)
    monkeypatch.setattr(work, "SILENT_SECONDS", -1)

    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (batch.state, batch.done, batch.done_before) == (BatchState.DONE, 6, 2)
    assert [orders_of(hands) for hands in opened] == [[["1", "2"], ["3", "4"]], [["3", "4"], ["5", "6"]]]
    assert sum(event.changes["copies"] for event in Event.objects.filter(verb="copies_issued")) == 6


def test_hands_that_nobody_takes_up_are_let_go(
    batch: Batch, queued: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()
    opened = slow_hands(monkeypatch)
    monkeypatch.setattr(workers, "LONGEST_REST", 0.01)
    monkeypatch.setattr(Hands, "__exit__", lambda *_parts: let_go.set())

    work.make_slice(batch.pk)

    assert (let_go.wait(5), workers.taken_up(batch.pk), len(opened)) == (True, None, 1)


def test_unknown_fault_is_shown_and_raised(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    with_hands(monkeypatch, Hands(fault=OSError("disk full")))

    with pytest.raises(OSError, match="disk full"):
        work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (batch.state, "OSError" in batch.fault) == (BatchState.FAILED, True)
    assert set(batch.parts.values_list("claim", flat=True)) == {""}


@pytest.mark.parametrize("killed_at", ["issue_copies", "keys_of"])
def test_work_cut_off_while_a_part_is_kept_leaves_no_file(
    batch: Batch, monkeypatch: pytest.MonkeyPatch, killed_at: str
) -> None:
    def killed(*_some: object, **_more: object) -> None:
        raise KeyboardInterrupt

    with_hands(monkeypatch, Hands())
    monkeypatch.setattr(work, killed_at, killed)

    with pytest.raises(KeyboardInterrupt):
        work.make_batch(batch.pk)

    assert (StoredFile.objects.count(), batch.parts.exclude(done_at=None).exists()) == (0, False)


def test_work_cut_off_while_parts_are_joined_leaves_those_of_the_parts(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_file: StoredFile) -> None:
        raise KeyboardInterrupt

    with_hands(monkeypatch, Hands())
    monkeypatch.setattr(files, "discard", killed)

    with pytest.raises(KeyboardInterrupt):
        work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (batch.done, batch.printed) == (6, None)
    assert list(StoredFile.objects.order_by("name").values_list("name", flat=True)) == ["1.pdf", "2.pdf", "3.pdf"]


@pytest.mark.slow
@pytest.mark.django_db
def test_long_copy_is_named_where_several_share_a_sheet() -> None:
    document = make_invitation(state=DocumentState.NUMBERED, body=(BODY, *("Dòng. " * 60,) * 20))
    make_copies(document, 2)
    batch = make_batch(document, act.Wish(per_sheet=2))

    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert batch.state == BatchState.FAILED
    assert batch.fault.startswith("Bản của “Nguyễn Văn 1” dài")


@pytest.mark.django_db
def test_proof_of_a_text_that_moved_is_not_made() -> None:
    draft = make_invitation(state=DocumentState.APPROVED)
    make_copies(draft, 1)
    batch = make_batch(draft)
    Document.objects.filter(pk=draft.pk).update(revision=5)

    work.make_batch(batch.pk)

    batch.refresh_from_db()
    assert (batch.state, batch.fault) == (BatchState.FAILED, work.MOVED)


def test_copy_taken_off_meanwhile_leaves_its_place_empty(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.document.copies.filter(name="Nguyễn Văn 2").delete()
    hands = with_hands(monkeypatch, Hands())

    work.make_batch(batch.pk)

    assert orders_of(hands) == [["1"], ["3", "4"], ["5", "6"]]


def test_watch_takes_up_a_silent_batch_until_it_is_done(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    Job.objects.all().delete()
    started: list[str] = []
    monkeypatch.setattr(work, "start_job", lambda name, **_more: started.append(name))
    batch_row = Batch.objects.filter(pk=batch.pk)

    work.watch_batch(batch.pk)
    batch_row.update(state=BatchState.RUNNING, beaten_at=None)
    work.watch_batch(batch.pk)
    batch_row.update(state=BatchState.DONE)
    work.watch_batch(batch.pk)

    assert started == [work.WATCH, work.MAKE, work.WATCH]


def test_jobs_are_registered() -> None:
    assert {name: jobs.KINDS[name].handler for name in work.JOBS} == work.JOBS


def test_issued_copy_is_not_changed(numbered: Document) -> None:
    (copy,) = make_copies(numbered, 1)
    by: User = make_user()
    Copy.objects.update(issued_at=NOW)

    with pytest.raises(Exception, match="Nguyễn Văn 1"):
        change_copy(copy=copy, name="Lê B", email="", values={}, by=by, now=NOW)


def told(home: Path, *command: str) -> dict[str, Any]:
    """What the process prints."""
    line = [sys.executable, "-m", "tests.documents.batch_process", str(home), *command]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, timeout=240, check=True)
    return json.loads(done.stdout) if done.stdout else {}


def begun(home: Path) -> "subprocess.Popen[bytes]":
    line = [sys.executable, "-m", "tests.documents.batch_process", str(home), "work"]
    return subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_killed_worker_is_followed_by_one_that_goes_on(tmp_path: Path) -> None:
    told(tmp_path, "prepare", "500")
    worker = begun(tmp_path)
    try:
        halfway = _waited(tmp_path)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    told(tmp_path, "work", "impatient")
    found = told(tmp_path, "report")

    assert 0 < halfway < 5
    assert (found["state"], found["done"], found["fault"]) == ("done", 500, "")
    assert (found["issued"], found["issued_by_trail"], found["recipients"]) == (500, 500, 500)
    assert sorted(found["names"]) == [f"{place:03d} Nguyễn Văn {place}.pdf" for place in range(1, 501)]
    assert found["files"] == 2
    with Path(found["printed"]).open("rb") as file:
        sheets = words_of(file.read())
    order = [[int(part.split(",")[0]) for part in text.split("Nguyễn Văn ")[1:]] for text in sheets]
    assert order == [[place, place + 250] for place in range(1, 251)]


def _waited(home: Path) -> int:
    """How many parts are done as soon as the first is."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        done = int(told(home, "report")["parts_done"])
        if done:
            return done
        time.sleep(0.2)
    raise AssertionError("no part was made within two minutes")

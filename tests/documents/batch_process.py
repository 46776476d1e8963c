"""A worker at a batch in a process of its own, to be killed: `python -m tests.documents.batch_process HOME COMMAND`.

`prepare COPIES` makes the list and orders the batch, `work` makes it, `report` prints what there is as JSON.
"""

import io
import json
import os
import sys
import zipfile
from pathlib import Path

# As in the office: files on the disk and a real queue, whatever the tests around have set.
os.environ["DJANGO_SETTINGS_MODULE"] = "tongket.config.settings"
os.environ["TONGKET_HOME"] = str(Path(sys.argv[1]).resolve()) if len(sys.argv) > 1 else ""


def prepare(copies: int) -> None:
    from tests.factories.copies import make_batch, make_copies, make_invitation  # noqa: PLC0415 -- Django must be ready
    from tongket.documents.actions.batches import Wish  # noqa: PLC0415 -- as above
    from tongket.documents.rules import DocumentState  # noqa: PLC0415 -- as above

    document = make_invitation(state=DocumentState.NUMBERED)
    make_copies(document, copies)
    make_batch(document, Wish(per_sheet=2, is_stacked=True))


def work() -> None:
    from tongket.documents.actions import batch_work  # noqa: PLC0415 -- Django must be ready
    from tongket.documents.models import Batch  # noqa: PLC0415 -- as above

    # Parts of a worker that was killed a moment ago are free at once; in the office they are after half a minute.
    if "impatient" in sys.argv:
        setattr(batch_work, "SILENT_SECONDS", 0)  # noqa: B010 -- another module's name
    batch_work.make_batch(Batch.objects.get().pk)


def report() -> None:
    from tongket.core import files  # noqa: PLC0415 -- Django must be ready
    from tongket.core.models import Event, StoredFile  # noqa: PLC0415 -- as above
    from tongket.documents.models import Batch, Copy, Part, Recipient  # noqa: PLC0415 -- as above

    batch = Batch.objects.get()
    found: dict[str, object] = {
        "state": batch.state,
        "done": batch.done,
        "fault": batch.fault,
        "parts_done": Part.objects.filter(done_at__isnull=False).count(),
        "issued": Copy.objects.filter(issued_at__isnull=False).count(),
        "issued_by_trail": sum(event.changes["copies"] for event in Event.objects.filter(verb="copies_issued")),
        "recipients": Recipient.objects.count(),
    }
    if batch.zipped is not None:
        with zipfile.ZipFile(io.BytesIO(files.read(batch.zipped))) as archive:
            found["names"] = archive.namelist()
        found["files"] = StoredFile.objects.count()
        found["printed"] = str(Path(os.environ["TONGKET_HOME"], "files", batch.printed.place)) if batch.printed else ""
    sys.stdout.write(json.dumps(found))


def main() -> None:
    from tongket.config.bootstrap import ready  # noqa: PLC0415 -- reads the environment set above

    ready()
    command = sys.argv[2]
    if command == "prepare":
        prepare(int(sys.argv[3]))
    else:
        {"work": work, "report": report}[command]()


if __name__ == "__main__":
    main()

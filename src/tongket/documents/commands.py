"""The commands about documents that need the database: making all copies of one at the command line."""

import argparse
import shutil
import sys
from pathlib import Path

from django.core.files.storage import default_storage

from tongket.core import clock
from tongket.core.models import StoredFile
from tongket.documents.actions.batch_work import make_batch
from tongket.documents.actions.batches import BatchMoved, CopiesUnfinished, NothingToMake, Wish, start_batch
from tongket.documents.models import Batch, Document
from tongket.documents.rules import BatchState


def batch(arguments: argparse.Namespace) -> int:
    """Makes all copies of a document and writes what was asked for; 2 with one line where that cannot be.

    The trail names who wrote the document.
    """
    document = Document.objects.select_related("made_by").filter(pk=arguments.document).first()
    if document is None:
        return _refuse(f"Không có văn bản số {arguments.document}.")
    wish = Wish(
        per_sheet=arguments.per_sheet,
        is_stacked=arguments.stacked,
        is_zipped=arguments.zip_file is not None,
        only_new=arguments.only_new,
    )
    try:
        made = start_batch(document=document, wish=wish, by=document.made_by, now=clock.now())
    except NothingToMake:
        return _refuse("Danh sách của văn bản này chưa có ai, hoặc mọi bản đã phát hành.")
    except CopiesUnfinished as lacking:
        return _refuse(f"Còn thiếu chỗ điền của {len(lacking.names)} bản: {'; '.join(lacking.names[:5])}.")
    except BatchMoved:
        return _refuse("Đang làm một đợt khác của văn bản này, hoặc văn bản đã thu hồi.")
    make_batch(made.pk)
    return _written(made, arguments)


def _written(made: Batch, arguments: argparse.Namespace) -> int:
    made.refresh_from_db()
    if made.state != BatchState.DONE:
        return _refuse(made.fault or f"Đợt {made.ordinal} đang được máy khác làm tiếp.")
    for file, target in ((made.printed, arguments.print_file), (made.zipped, arguments.zip_file)):
        if file is not None and target is not None:
            _copy(file, Path(target))
    sys.stdout.write(f"{made.done} bản\n")
    return 0


def _copy(file: StoredFile, target: Path) -> None:
    with default_storage.open(file.place) as source, target.open("wb") as written:
        shutil.copyfileobj(source, written)


def _refuse(sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return 2

"""All papers of a conference as one archive: the files as they came, in the order of speaking."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from zipfile import ZIP_DEFLATED, ZipFile

from tongket.core import files
from tongket.core.text import clean
from tongket.papers.queries.listing import PaperRow

# What Windows takes in no name of a file.
REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
LONGEST = 80


def zipped(rows: Iterable[PaperRow]) -> bytes:
    """The latest file of each paper, named by turn and unit; the files are read one after the other."""
    made = BytesIO()
    there = [(row, row.version.file) for row in rows if row.version is not None and row.version.file is not None]
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for row, file in there:
            archive.writestr(name_of(row, file.name), files.read(file))
    return made.getvalue()


def name_of(row: PaperRow, file_name: str) -> str:
    """`03 xã Tam Thăng, bản 2.docx`."""
    version = row.version.ordinal if row.version else 0
    unit = REFUSED.sub("_", clean(row.unit_name))[:LONGEST].strip(" .")
    return f"{row.turn:02d} {unit}, bản {version}{PurePath(file_name).suffix.lower()[:10]}"

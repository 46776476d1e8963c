"""What LibreOffice turns for us, where it is installed: .doc, .odt and .rtf into .docx, sheets of drawings into PDF."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from math import ceil
from pathlib import Path

from tongket.core.platform import end_with_children
from tongket.reading.bounded import bounded
from tongket.reading.document import Document, Mending
from tongket.reading.kinds import Kind
from tongket.reading.limits import Limits
from tongket.reading.refusals import Unreadable, refuse

_DOCX, _XLSX = ("docx", "MS Word 2007 XML"), ("xlsx", "Calc MS Excel 2007 XML")
_PDF = ("pdf", "writer_pdf_Export")
NAMES = {Kind.DOC: "Word kiểu cũ (.doc)", Kind.ODT: "OpenDocument (.odt)", Kind.RTF: "RTF (.rtf)"}

# No macro runs and no picture or link is fetched, whatever the file asks for.
_SETTINGS = "".join(
    f'<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}" oor:op="fuse">'
    f"<value>{value}</value></prop></item>"
    for name, value in (
        ("DisableMacrosExecution", "true"),
        ("MacroSecurityLevel", "3"),
        ("BlockUntrustedRefererLinks", "true"),
        ("DisableActiveContent", "true"),
    )
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"{_SETTINGS}</oor:items>"
)


def find_office() -> str | None:
    """The path of LibreOffice's command, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def as_docx(data: bytes, kind: Kind, limits: Limits) -> bytes:
    """The file as .docx; a profile of its own for each file, thrown away with it.

    Raises Unreadable: "old-doc" or "other-format" where LibreOffice is missing, "too-slow", "broken".
    """
    command = find_office()
    if command is None:
        raise without_office(kind)
    made = _convert(command, data, (str(kind), *_DOCX), limits)
    if made is None:
        raise refuse("broken")
    return made


def as_workbook(data: bytes, limits: Limits) -> bytes:
    """An old workbook (.xls) as .xlsx.

    Raises Unreadable: "old-workbook" where LibreOffice or its Calc is missing or cannot open it, "too-slow".
    """
    command = find_office()
    made = _convert(command, data, ("xls", *_XLSX), limits) if command else None
    if made is None:
        raise refuse("old-workbook")
    return made


def as_pdf(flat: bytes, limits: Limits) -> bytes | None:
    """The PDF of a flat OpenDocument text that we wrote; None where LibreOffice is missing.

    Raises Unreadable: "too-slow", "broken".
    """
    command = find_office()
    if command is None:
        return None
    made = _convert(command, flat, ("fodt", *_PDF), limits)
    if made is None:
        raise refuse("broken")
    return made


def without_office(kind: Kind) -> Unreadable:
    """What to do where this kind of file cannot be turned into .docx here."""
    return refuse("old-doc") if kind is Kind.DOC else refuse("other-format", found=NAMES[kind])


def as_converted(document: Document, kind: Kind) -> Document:
    """`document` with a note that it was another kind of file before."""
    return replace(document, mendings=(Mending("converted", 0, NAMES[kind]), *document.mendings))


def _convert(command: str, data: bytes, way: tuple[str, str, str], limits: Limits) -> bytes | None:
    """The file made anew, None where nothing came of it; `way` is its ending, the wanted one, LibreOffice's filter."""
    with tempfile.TemporaryDirectory(prefix="tongket-office-", ignore_cleanup_errors=True) as folder:
        return _made(command, data, way, Path(folder), limits)


def _made(command: str, data: bytes, way: tuple[str, str, str], folder: Path, limits: Limits) -> bytes | None:
    ending, wished, filter_ = way
    given, profile = folder / f"plan.{ending}", folder / "profile"
    given.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    options = ["--headless", "--norestore", "--nologo", "--nodefault", f"-env:UserInstallation={profile.as_uri()}"]
    wanted = ["--convert-to", f"{wished}:{filter_}", "--outdir", str(folder), str(given)]
    asked = bounded(
        [command, *options, *wanted],
        cpu_seconds=ceil(limits.office_seconds),
        memory_bytes=limits.office_memory_bytes,
        file_bytes=limits.unpacked_bytes,
    )
    _run(asked, folder, limits.office_seconds)
    made = folder / f"plan.{wished}"
    return made.read_bytes() if made.is_file() and made.stat().st_size <= limits.file_bytes else None


def _run(command: list[str], home: Path, seconds: float) -> None:
    """Runs LibreOffice without anything of this process's surroundings; ends it and its children after `seconds`."""
    nothing = subprocess.DEVNULL
    surroundings = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(home), "LANG": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 -- the command is found by name, the file is ours
        command, stdin=nothing, stdout=nothing, stderr=nothing, env=surroundings, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise refuse("too-slow", wanted=round(seconds)) from None
        finally:
            end_with_children(process)

"""The name of a file that came by mail: no path, no trick, never empty."""

import mimetypes
import re
from email.message import Message

from tongket.reading.mail.letters import decoded, header_text, one_line

_MOST = 180
_MOST_HEADER = 20_000
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_WRITTEN_AS_WORD = re.compile(r"=\?[^?\s]+\?[bBqQ]\?")
# What the system's own table may not know, or calls by a rare ending.
_ENDINGS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/msword": ".doc",
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "text/plain": ".txt",
    "text/html": ".html",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
}


def name_given(part: Message, *, most: int) -> str:
    """The file name that a part carries, as it is written there; empty where it has none.

    Raises what the parser of parameters raises on broken ones.
    """
    for header, key in (("content-disposition", "filename"), ("content-type", "name")):
        value = _readable(part, header).get_param(key, None, header)
        if isinstance(value, tuple):
            # RFC 2231: the parser hands over the bytes as Latin-1 letters, beside the charset.
            charset, _language, text = value
            return decoded(
                str(text).encode("utf-8" if max(str(text), default="") > "\xff" else "latin-1"), charset or ""
            )
        if value:
            return header_text(str(value), most=most)
    return ""


def _readable(part: Message, name: str) -> Message:
    """The part itself, or where the header holds raw 8-bit letters, a stand-in that holds them decoded."""
    value = next((str(value) for key, value in part.raw_items() if key.lower() == name), "")[:_MOST_HEADER]
    if value.isascii():
        return part
    stand_in = Message()
    stand_in[name] = decoded(value.encode("utf-8", errors="surrogateescape")).replace("\n", " ")
    return stand_in


def clean_name(given: str, *, content_type: str, ordinal: int) -> str:
    """The last part of `given` in NFC, at most 180 letters with its ending kept; a made-up name where it is empty."""
    last = re.split(r"[/\\]", one_line(given))[-1]
    bare = _FORBIDDEN.sub("_", last).strip(" .")
    if not bare:
        return f"tep-{ordinal}{ending_of(content_type)}"
    stem, dot, ending = bare.rpartition(".")
    if not dot or not stem or len(ending) > 10:
        return bare[:_MOST]
    return f"{stem[: _MOST - len(ending) - 1].rstrip(' .')}.{ending}"


def ending_of(content_type: str) -> str:
    """The usual ending of files of a type."""
    return _ENDINGS.get(content_type) or mimetypes.guess_extension(content_type) or ".bin"

"""A message as one line of JSON and the bytes of its files: what leaves the child process."""

import json
from datetime import datetime
from typing import Any

from tongket.reading.mail.values import Fault, Mail, MailFile

_TEXTS = ("message_id", "address", "name", "reply_to", "subject", "text")


def encode(mail: Mail) -> bytes:
    """`mail` as bytes; `decode` gives an equal one back."""
    fields: dict[str, Any] = {name: getattr(mail, name) for name in _TEXTS}
    fields |= {
        "references": mail.references,
        "to": mail.to,
        "writers": mail.writers,
        "marks": dict(mail.marks),
        "faults": mail.faults,
    }
    fields["written_at"] = mail.written_at.isoformat() if mail.written_at else ""
    fields["is_report"] = mail.is_report
    fields["files"] = [
        [file.name, file.declared, len(file.data), file.is_inline, file.is_letter] for file in mail.files
    ]
    line = json.dumps(fields, separators=(",", ":")).encode("ascii", errors="backslashreplace")
    return line + b"\n" + b"".join(file.data for file in mail.files)


def decode(answer: bytes) -> Mail:
    """The message in `answer`; raises ValueError for anything else.

    The sender has read a stranger's message and is not trusted: every value is checked for its type.
    """
    line, _end, rest = answer.partition(b"\n")
    fields = json.loads(line)
    if not isinstance(fields, dict) or not all(isinstance(fields.get(name), str) for name in (*_TEXTS, "written_at")):
        raise ValueError("not an answer of the process that reads mail")
    moment = datetime.fromisoformat(fields["written_at"]) if fields["written_at"] else None
    return Mail(
        **{name: fields[name] for name in _TEXTS},
        references=_strings(fields["references"]),
        to=_strings(fields["to"]),
        writers=_strings(fields["writers"]),
        written_at=moment,
        files=_files(fields["files"], rest),
        marks={str(key): str(value) for key, value in dict(fields["marks"]).items()},
        is_report=fields["is_report"] is True,
        faults=tuple(map(Fault, _strings(fields["faults"]))),
    )


def _strings(row: object) -> tuple[str, ...]:
    if not isinstance(row, list) or not all(isinstance(each, str) for each in row):
        raise ValueError("not a list of texts")
    return tuple(row)


def _files(rows: object, rest: bytes) -> tuple[MailFile, ...]:
    found, at = [], 0
    for row in rows if isinstance(rows, list) else ():
        match row:
            case [str(name), str(declared), int(size), bool(inline), bool(letter)] if 0 <= size <= len(rest) - at:
                found.append(MailFile(name, declared, rest[at : at + size], inline, letter))
                at += size
            case _:
                raise ValueError("not a file of a message")
    return tuple(found)

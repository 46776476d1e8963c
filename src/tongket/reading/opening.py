"""Opens the file that a command names, and takes no more of it than may be read."""

import sys
from pathlib import Path

from tongket.reading.limits import DEFAULT, MEGABYTE, Limits
from tongket.reading.refusals import refuse


def bytes_of(name: str, limits: Limits = DEFAULT) -> bytes:
    """The bytes of the file `name`, `-` for standard input; raises Unreadable where there are none or too many.

    A stream without an end (`/dev/zero`, a running program) is left as soon as it is too large.
    """
    try:
        data = _taken(name, limits.file_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("no-file") from None
    except IsADirectoryError:
        raise refuse("is-folder") from None
    except PermissionError:
        raise refuse("no-permission") from None
    except OSError as fault:
        raise refuse("not-opened", found=fault.strerror or fault) from None
    if len(data) > limits.file_bytes:
        most = limits.file_bytes // MEGABYTE
        raise refuse("too-large", found=f"> {most}", wanted=most)
    return data


def _taken(name: str, most: int) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(most)
    if not name:
        raise FileNotFoundError
    with Path(name).open("rb") as file:
        return file.read(most)

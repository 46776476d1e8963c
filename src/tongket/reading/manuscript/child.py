"""The process that reads one manuscript of a stranger and can do nothing else: bytes in, JSON and pictures out."""

import json
import os
import sys

from tongket.core.platform import limit_this_process
from tongket.reading.engines import manuscript_reader
from tongket.reading.fork_server import SERVING, serve_forks
from tongket.reading.kinds import Kind
from tongket.reading.limits import MEGABYTE, Limits
from tongket.reading.manuscript.answer import encode
from tongket.reading.manuscript.rehearsal import rehearsal
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.wire import encode_refusal


def answer(kind: Kind, data: bytes, limits: Limits) -> bytes:
    """What the parent is told about `data`: its manuscript, or the reason why there is none."""
    try:
        encoded = encode(manuscript_reader(kind)(data, limits))
        if len(encoded) > limits.answer_bytes:
            raise refuse("too-long", wanted=f"{limits.answer_bytes // MEGABYTE} MB")
    except Unreadable as refusal:
        return encode_refusal(refusal)
    except MemoryError:
        return encode_refusal(refuse("too-hungry", wanted=limits.memory_bytes // MEGABYTE))
    return encoded


def main() -> None:
    """Reads the file from standard input; its kind and the limits are the arguments, a third makes it a fork server.

    The library is loaded before a file is waited for, and a fork server has read one of its own: children have that
    behind them.
    """
    kind, limits = Kind(sys.argv[1]), Limits(**json.loads(sys.argv[2]))
    manuscript_reader(kind)
    if sys.argv[3:] == [SERVING]:
        answer(kind, rehearsal(), limits)
        serve_forks(lambda: _read_one(kind, limits))
    else:
        _read_one(kind, limits)


def _read_one(kind: Kind, limits: Limits) -> None:
    limit_this_process(cpu_seconds=limits.cpu_seconds, memory_bytes=limits.memory_bytes)
    sys.stdout.buffer.write(answer(kind, sys.stdin.buffer.read(), limits))
    sys.stdout.flush()


if __name__ == "__main__":  # pragma: no cover -- runs in the child only
    main()
    # Somebody waits for the end of what it says; there is nothing to tidy up that the end of a process does not.
    os._exit(0)

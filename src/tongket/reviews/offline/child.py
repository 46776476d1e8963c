"""The process that reads one filled form of a stranger and can do nothing else: bytes in, cells as JSON out."""

import json
import sys

from tongket.core.platform import limit_this_process
from tongket.reading.limits import MEGABYTE, Limits
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.wire import encode_refusal
from tongket.reviews.offline.fields import encode
from tongket.reviews.offline.readers import READERS


def answer(task: str, data: bytes, limits: Limits) -> bytes:
    """What the parent is told about `data`: its cells, or the reason why there are none."""
    try:
        return encode(READERS[task](data, limits))
    except Unreadable as refusal:
        return encode_refusal(refusal)
    except MemoryError:
        return encode_refusal(refuse("too-hungry", wanted=limits.memory_bytes // MEGABYTE))


def main() -> None:
    """Reads the file from standard input; its kind and the limits are the arguments."""
    task, limits = sys.argv[1], Limits(**json.loads(sys.argv[2]))
    limit_this_process(cpu_seconds=limits.cpu_seconds, memory_bytes=limits.memory_bytes)
    sys.stdout.buffer.write(answer(task, sys.stdin.buffer.read(), limits))


if __name__ == "__main__":  # pragma: no cover -- runs in the child only
    main()

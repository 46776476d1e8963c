"""The process that looks at one .docx of a stranger and can do nothing else: bytes in, JSON out."""

import json
import sys

from tongket.core.platform import limit_this_process
from tongket.documents.seen.walk import see
from tongket.documents.seen.wire import encode
from tongket.reading.limits import MEGABYTE, Limits
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.wire import encode_refusal


def answer(data: bytes, limits: Limits) -> bytes:
    """What the parent is told about `data`: what it shows, or the reason why nothing can be said."""
    try:
        encoded = encode(see(data, limits))
        if len(encoded) > limits.answer_bytes:
            raise refuse("too-long", wanted=f"{limits.answer_bytes // MEGABYTE} MB")
    except Unreadable as refusal:
        return encode_refusal(refusal)
    except MemoryError:
        return encode_refusal(refuse("too-hungry", wanted=limits.memory_bytes // MEGABYTE))
    return encoded


def main() -> None:
    """Looks at the file on standard input; the limits are the second argument."""
    limits = Limits(**json.loads(sys.argv[2]))
    limit_this_process(cpu_seconds=limits.cpu_seconds, memory_bytes=limits.memory_bytes)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(), limits))


if __name__ == "__main__":  # pragma: no cover -- runs in the child only
    main()

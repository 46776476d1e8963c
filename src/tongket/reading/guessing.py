"""The encoding of bytes by statistics, the last resort for old files that follow no rule."""

from charset_normalizer import from_bytes

_SAMPLE = 16384
# Tried before, with stricter rules than statistics have.
_KNOWN = ["utf_8", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]


def guess(data: bytes) -> str | None:
    """The likeliest encoding of the beginning of `data`, None where nothing fits."""
    best = from_bytes(data[:_SAMPLE], cp_exclusion=_KNOWN).best()
    return best.encoding if best else None

"""How much one file may cost; a plan of thirty pages stays below a hundredth of each."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may be, unpack to and use; sizes in bytes, times in seconds.

    `ratio` is unpacked size by packed size, looked at only above `ratio_from` bytes: short files full of
    repeated table cells pack well and are harmless.
    """

    file_bytes: int = 30 * MEGABYTE
    text_bytes: int = 4 * MEGABYTE
    directory_bytes: int = MEGABYTE
    entries: int = 2000
    unpacked_bytes: int = 150 * MEGABYTE
    part_bytes: int = 40 * MEGABYTE
    ratio: int = 150
    ratio_from: int = 10 * MEGABYTE
    pages: int = 500
    lines: int = 100_000
    answer_bytes: int = 64 * MEGABYTE
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    office_seconds: float = 60.0
    office_memory_bytes: int = 4096 * MEGABYTE
    scanned_pages: int = 12
    figures: int = 40
    drawn_bytes: int = 160 * MEGABYTE
    memory_bytes: int = 1024 * MEGABYTE


DEFAULT = Limits()

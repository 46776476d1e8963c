"""What of a text the sender wrote, what was quoted, who wrote a forwarded letter first, how it was signed."""

import re
from dataclasses import dataclass

from tongket.core.text import fold

# Where the letter that is answered or forwarded begins: Outlook and Zimbra, Gmail, Thunderbird, in both languages.
_BEGINS = re.compile(
    r"^\s*(?:-{2,} ?(?:original message|forwarded message|thu goc|thu da chuyen tiep|thu chuyen tiep|"
    r"tin nhan goc|tin nhan chuyen tiep|chuyen tiep)\b.*|_{10,}|(?:from|tu|nguoi gui) ?: .*@.*|"
    r"(?:on|vao|luc) .{5,120}(?:wrote|da viet|viet) ?:|begin forwarded message ?:)\s*$"
)
_FIRST_SENDER = re.compile(r"^[> \t*]*(?:From|Từ|Người gửi)\s*:\**\s*(.{0,300})$", re.MULTILINE)
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,200}@[^\s<>()\[\],;:\"@]{1,200}")
_PHONE = re.compile(r"(?<![\d.])(?:\+?84|0)(?:[ .\-]?\d){8,10}(?!\d)")
_LINES = 400
SIGNATURE_LINES = 14


@dataclass(frozen=True, slots=True)
class Words:
    """A text taken apart: what its sender wrote, what stands below as quoted, the lines that sign it."""

    own: str
    quoted: str
    signature: tuple[str, ...]


def take_apart(text: str) -> Words:
    """The sender's own words and the rest; a forwarded letter without own words is signed by its writer."""
    lines = text.split("\n")[:_LINES]
    start = next((place for place, line in enumerate(lines) if _begins(line)), len(lines))
    own = [line for line in lines[:start] if not line.lstrip().startswith(">")]
    quoted = [line for line in lines[:start] if line.lstrip().startswith(">")] + lines[start:]
    signing = [line.strip() for line in own if line.strip()] or [
        line.strip("> \t") for line in quoted if line.strip("> ")
    ]
    return Words("\n".join(own).strip(), "\n".join(quoted).strip(), tuple(signing[-SIGNATURE_LINES:]))


def _begins(line: str) -> bool:
    return len(line) < 300 and bool(_BEGINS.match(fold(line)))


def first_senders(text: str) -> tuple[str, ...]:
    """The addresses that forwarded or quoted letters name as their writers, nearest first."""
    named = (address for line in _FIRST_SENDER.findall(text[:20_000]) for address in _ADDRESS.findall(line))
    return tuple(dict.fromkeys(address.lower().strip(".") for address in named))


def phones_in(text: str) -> tuple[str, ...]:
    """The phone numbers in `text` as `bare_phone` writes them."""
    return tuple(dict.fromkeys(bare_phone(found) for found in _PHONE.findall(text[:20_000])))


def bare_phone(number: str) -> str:
    """`+84 905.000.103` and `0905 000 103` as `0905000103`."""
    digits = re.sub(r"\D", "", number)
    return "0" + digits[2:] if digits.startswith("84") and len(digits) > 10 else digits

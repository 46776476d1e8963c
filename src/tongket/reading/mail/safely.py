"""Reads a message that nobody vouches for: a plain one here, a large or oddly built one in a bounded child."""

from dataclasses import replace

from tongket.reading.child import MAIL
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.mail.message import head_of, read_headers, read_mail
from tongket.reading.mail.values import MAIL_LIMITS, Fault, Mail, MailLimits
from tongket.reading.mail.wire import decode
from tongket.reading.process import answer_of_child
from tongket.reading.refusals import Unreadable

_CHILD = "tongket.reading.child"


def read_mail_safely(data: bytes, limits: MailLimits = MAIL_LIMITS) -> Mail:
    """The message in `data`; raises nothing: what could not be read is a fault of what is returned.

    Whatever happens to the child (killed, out of memory or time, crashed), the headers are there.
    """
    if is_plain(data, limits):
        return read_mail(data, limits)
    try:
        return decode(answer_of_child(_CHILD, MAIL, data, _bounds(limits), most=limits.answer_bytes))
    except Unreadable as refusal:
        fault = Fault.TOO_SLOW if refusal.finding.code == "too-slow" else Fault.BROKEN
        return read_headers(data, fault, limits)
    except (ValueError, KeyError, TypeError, RecursionError):
        return read_headers(data, Fault.BROKEN, limits)


def is_plain(data: bytes, limits: MailLimits = MAIL_LIMITS) -> bool:
    """Whether reading it costs little for certain: short, with few and shallow parts and headers of a usual length."""
    if len(data) > limits.here_bytes or len(head_of(data, limits)) >= limits.header_bytes // 4:
        return False
    small = data.lower()
    deep = small.count(b"multipart/") + small.count(b"message/rfc822")
    return deep <= limits.here_depth and small.count(b"\n--") <= limits.here_boundaries


def _bounds(limits: MailLimits) -> Limits:
    return replace(
        DEFAULT, cpu_seconds=limits.cpu_seconds, wall_seconds=limits.wall_seconds, memory_bytes=limits.memory_bytes
    )

"""Whether a name means the issuer itself, or a part of its own house that needs no copy beside the one on file."""

import re

from tongket.plans.checks.reaching import key
from tongket.units.names import opened

# How an issuer begins, and how the parts of its house begin; the first row that fits counts.
# Folded text has combining tones, so words end at white space and not at \b.
HOUSES = tuple(
    (re.compile(rf"(?:{'|'.join(map(opened, bodies))})(?!\S)"), tuple(f"{opened(part)} " for part in parts))
    for bodies, parts in (
        (
            ("trường", "đại học", "học viện"),
            (
                *("ban giám hiệu", "hiệu trưởng", "phó hiệu trưởng", "tổ", "giáo viên", "nhân viên", "tổng phụ trách"),
                *("bộ phận", "văn phòng", "kế toán", "công đoàn", "đoàn", "chi đoàn", "liên đội"),
            ),
        ),
        (
            (
                *("ban tổ chức", "ban tuyên giáo", "ban dân vận", "sở"),
                *("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "đảng ủy"),
            ),
            ("ban", "phòng", "văn phòng", "thanh tra"),
        ),
        (
            (
                *("hội", "đoàn", "công đoàn", "liên đoàn", "liên hiệp", "tỉnh đoàn", "huyện đoàn", "thành đoàn"),
                *("ban chấp hành", "bch", "ban thường vụ", "ban thường trực", "ban phong trào", "ủy ban mttq", "mttq"),
            ),
            ("ban", "văn phòng", "ủy ban kiểm tra", "thường trực"),
        ),
    )
)
# "Các đơn vị có tham luận" names nobody: those it means are named where they get their paper. A person is no recipient.
PERSON = "|".join(map(opened, ("ông", "bà", "đồng chí")))
NOBODY = re.compile(rf"(?:{opened('các')} |{opened('những')} )?{opened('đơn vị')} |(?:{PERSON}) ")


def needs_no_copy(name: str, issuer: str) -> bool:
    """Whether `name` is the issuer, a part of its house, or no name at all."""
    text = f"{opened(name)} "
    return bool(NOBODY.match(text)) or _is_issuer(name, issuer) or _is_part(text, opened(issuer))


def _is_issuer(name: str, issuer: str) -> bool:
    """A name without its place, or cut short, is the issuer's own: "Thường trực Hội Cựu chiến binh huyện"."""
    own, named = key(issuer), key(name)
    if own.kind == named.kind and named.place in {"", own.place} and own.kind:
        return own.body in {"", named.body}
    if not own.kind and named.kind and not named.place:
        return own.body.startswith(f"{opened(named.kind)} ")
    whole, short = f"{opened(issuer)} ", f"{named.body} "
    return (
        own == named
        or (not named.kind and len(short.split()) > 1 and whole.startswith(short))
        or f"{opened(name)} ".startswith(whole)
    )


def _is_part(name: str, issuer: str) -> bool:
    parts = next((parts for bodies, parts in HOUSES if bodies.match(issuer)), ())
    return name.startswith(parts) if parts else False

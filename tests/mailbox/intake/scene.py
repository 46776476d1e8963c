"""What is known when the samples come in: an office, units with addresses and duties, one letter of ours."""

from tongket.conferences.rules import DutyState
from tongket.mailbox.codes import codes_in
from tongket.mailbox.intake.values import Known, KnownDuty, KnownUnit, OurMessage
from tongket.reading.mail.values import Mail

HOST, TAM_THANG, TAM_PHU, AN_SON, WOMEN = 1, 2, 3, 4, 5
OURS = frozenset({"vanphong@tamky.vidu.vn"})
OUR_ID, OUR_KEY = "tk.abc@tamky.vidu.vn", 7
OUR_MESSAGE = OurMessage("V/v chuẩn bị tham luận", TAM_THANG, (21,))
ADDRESSES: dict[str, tuple[tuple[int, str], ...]] = {
    "le.tt@tamky.vidu.vn": ((HOST, "Trần Thị Lệ"),),
    "mttq.tamthang@vidu.vn": ((TAM_THANG, ""),),
    "mttq.anson@vidu.vn": ((AN_SON, ""),),
    "phunu@tamky.gov.vidu.vn": ((WOMEN, ""),),
    "phu.mttq@gmail.com": ((TAM_PHU, "Nguyễn Văn Phú"),),
    "hai.donvi@vidu.vn": ((TAM_THANG, "Bùi Văn Ba"), (TAM_PHU, "Bùi Văn Ba")),
}
UNITS = (
    KnownUnit(
        TAM_THANG,
        ("Ủy ban MTTQ Việt Nam xã Tam Thăng", "UBMTTQVN xã Tam Thăng"),
        "xã",
        "Tam Thăng",
        frozenset({"mttq.tamthang@vidu.vn"}),
        frozenset({"0905 000 103"}),
    ),
    KnownUnit(
        TAM_PHU,
        ("Ủy ban MTTQ Việt Nam xã Tam Phú", "UBMTTQVN xã Tam Phú"),
        "xã",
        "Tam Phú",
        frozenset({"phu.mttq@gmail.com"}),
        frozenset({"0905000203"}),
    ),
    KnownUnit(AN_SON, ("Ủy ban MTTQ Việt Nam phường An Sơn",), "phường", "An Sơn", frozenset({"mttq.anson@vidu.vn"})),
    KnownUnit(WOMEN, ("Hội Liên hiệp Phụ nữ thành phố",), "", "", frozenset({"phunu@tamky.gov.vidu.vn"})),
)
DUTIES = (
    KnownDuty(21, TAM_THANG, "paper"),
    KnownDuty(31, TAM_PHU, "paper"),
    KnownDuty(41, AN_SON, "review"),
    KnownDuty(42, AN_SON, "nomination", DutyState.RETURNED),
    KnownDuty(51, WOMEN, "paper", DutyState.ACCEPTED),
)


def known(mail: Mail) -> Known:
    """What the database would say about the sender of `mail`, the letters it answers and the codes it carries."""
    codes = codes_in(f"{mail.subject}\n{mail.text}")
    coded = [*codes.duties, *(OUR_MESSAGE.duties if OUR_KEY in codes.messages else ())]
    senders = ADDRESSES.get(mail.address, ())
    units = {unit for unit, _person in senders} - {HOST}
    return Known(
        units=() if units else UNITS,
        duties=tuple(duty for duty in DUTIES if not units or duty.unit in units or duty.key in coded),
        senders=senders,
        answered=(OUR_MESSAGE,) if OUR_ID in mail.references else (),
        coded=tuple(dict.fromkeys(coded)),
        hosts=frozenset({HOST}),
    )

"""Every raw message of the samples is read as the expectation beside it says."""

import json
from email.parser import BytesParser
from email.policy import compat32
from pathlib import Path
from typing import Any

import pytest

from tests.mailbox.intake.scene import ADDRESSES, OUR_ID, OURS, known
from tongket.mailbox.bounces import bounces_of
from tongket.mailbox.intake.files import role_of
from tongket.mailbox.intake.guessing import guess
from tongket.mailbox.intake.loops import loop_of, may_be_bounce
from tongket.reading.mail.safely import read_mail_safely

SAMPLES = Path(__file__).parents[2] / "samples/mail"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.eml"))


def understood(raw: bytes) -> dict[str, Any]:
    """What is made of a message, in the shape of the expectations."""
    mail = read_mail_safely(raw)
    is_bounce = may_be_bounce(mail) and bool(bounces_of(BytesParser(policy=compat32).parsebytes(raw)))
    loop = loop_of(
        mail, ours=OURS, is_our_id=mail.message_id == OUR_ID, is_bounce=is_bounce, is_known=mail.address in ADDRESSES
    )
    guessed = guess(mail, known(mail))
    return {
        "from": mail.address,
        "name": mail.name,
        "subject": mail.subject,
        "text": mail.text.split("\n")[0][:80],
        "files": [[file.name, role_of(file).value, len(file.data)] for file in mail.files],
        "faults": [fault.value for fault in mail.faults],
        "loop": loop.value if loop else None,
        "unit": guessed.unit,
        "duty": guessed.duty,
        "certainty": guessed.certainty.value,
        "reasons": [reason.code for reason in guessed.reasons],
    }


@pytest.mark.parametrize("name", NAMES)
def test_sample_is_understood_as_expected(name: str) -> None:
    expected = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))

    assert understood((SAMPLES / f"{name}.eml").read_bytes()) == expected


def test_there_are_samples_of_many_kinds() -> None:
    assert len(NAMES) >= 30

"""A letter as PDF in the official form, set by typst with the font it carries."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from tests.plans.writing.letter import Letter, Table

_FORM = (Path(__file__).parent / "official_form.typ").read_bytes()


def as_pdf(letter: Letter) -> bytes:
    """The letter; its words travel beside the form and are never read as typst's own."""
    values = asdict(letter) | {"body": [_block(block) for block in letter.body]}
    made = typst.compile(_FORM, sys_inputs={"letter": json.dumps(values)}, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def _block(block: object) -> dict[str, object]:
    if isinstance(block, Table):
        return {"rows": block.rows}
    return asdict(block)  # type: ignore[call-overload, no-any-return]

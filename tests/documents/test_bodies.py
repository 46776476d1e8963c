"""The shipped templates: well formed, documenting exactly the values they use, complete with samples."""

import pytest

from tongket.documents.bodies import read, shipped
from tongket.documents.kinds import KINDS
from tongket.documents.templating import check, names_of

CODES = sorted(KINDS)
GOOD = "{#\nVề gì.\n\n- a: chữ a\n#}\nTrích yếu: {{ a }}\n---\n\nThân {{ a }}\n"


def test_a_file_is_read_in_its_parts() -> None:
    body = read(GOOD)

    assert (body.about, body.documented, body.subject, body.text) == (
        "Về gì.",
        (("a", "chữ a"),),
        "{{ a }}",
        "Thân {{ a }}\n",
    )


@pytest.mark.parametrize("raw", ["Thân", GOOD.replace("Trích yếu", "Về"), GOOD.replace("\n---\n", "\n"), GOOD[2:]])
def test_error_for_a_file_without_head_or_subject(raw: str) -> None:
    with pytest.raises(ValueError, match="^a template file begins with"):
        read(raw)


@pytest.mark.parametrize("code", CODES)
def test_documented_values_are_those_used(code: str) -> None:
    body, kind = shipped(code), KINDS[code]

    used = {*names_of(body.subject), *names_of(body.text)}

    assert body.documented == tuple((name.name, name.label) for name in kind.names if name.name in used)


@pytest.mark.parametrize("code", CODES)
def test_shipped_templates_are_right(code: str) -> None:
    check(shipped(code).subject, KINDS[code].labels)
    check(shipped(code).text, KINDS[code].labels)


@pytest.mark.parametrize("code", sorted(set(CODES) - {"programme", "delegate_list", "plan"}))
def test_texts_end_as_official_ones_do(code: str) -> None:
    body = shipped(code).text.partition("::: phụ lục")[0].replace("{% if phu_luc %}", "")

    assert body.rstrip().endswith("./.")

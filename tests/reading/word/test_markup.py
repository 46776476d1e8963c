import pytest
from lxml import etree

from tests.reading.making import NAMES
from tongket.reading.limits import DEFAULT
from tongket.reading.refusals import Unreadable
from tongket.reading.word.markup import number, parse, switch
from tongket.reading.word.package import open_package


class OutOfMemory(etree.XMLSyntaxError):
    """The fault as lxml raises it, without its origin."""

    def __init__(self, message: str) -> None:
        Exception.__init__(self, message)
        self.code = etree.ErrorTypes.ERR_NO_MEMORY


def element(attributes: str) -> etree._Element:
    return parse(f"<w:b {NAMES} {attributes}/>".encode())


@pytest.mark.parametrize(
    ("attributes", "on"),
    [("", True), ('w:val="1"', True), ('w:val="true"', True), ('w:val="0"', False), ('w:val="Off"', False)],
)
def test_switch_is_on_unless_its_value_says_off(attributes: str, *, on: bool) -> None:
    assert switch(element(attributes)) is on
    assert switch(None) is None


@pytest.mark.parametrize(("attributes", "found"), [('w:val="-12"', -12), ('w:val="x"', None), ("", None)])
def test_number_is_whole_or_none(attributes: str, found: int | None) -> None:
    assert number(element(attributes)) == found


@pytest.mark.parametrize(
    ("part", "code"),
    [(b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "entity"), (b"<x", "broken"), (b"", "broken")],
)
def test_parse_refuses_what_the_guard_did_not_see(part: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(part)

    assert refused.value.finding.code == code


def test_parse_says_that_memory_is_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(part: bytes, parser: etree.XMLParser) -> etree._Element:
        raise OutOfMemory("out of memory")

    monkeypatch.setattr(etree, "fromstring", out_of_memory)

    with pytest.raises(MemoryError):
        parse(b"<x/>")


def test_package_that_is_no_archive_is_broken() -> None:
    with pytest.raises(Unreadable) as refused:
        open_package(b"PK", DEFAULT)

    assert refused.value.finding.code == "broken"

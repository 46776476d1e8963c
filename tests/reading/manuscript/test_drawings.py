"""What a drawing comes to."""

import pytest

from tests.reading.making import NAMES
from tests.reading.manuscript.making import DRAWN
from tongket.reading.manuscript.drawings import Shown, drawing_of
from tongket.reading.word.markup import parse

BOX = "<w:txbxContent><w:p/></w:txbxContent>"
BLIP = (
    '<pic:pic><pic:blipFill><a:blip r:embed="p{}"/></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:ext cx="360000" cy="720000"/></a:xfrm></pic:spPr></pic:pic>'
)


def drawn(inside: str, tag: str = "w:drawing") -> tuple[list[Shown], int, list[str]]:
    found = drawing_of(parse(f"<{tag} {NAMES} {DRAWN}>{inside}</{tag}>".encode()))
    return found.pictures, len(found.boxes), found.lost


def framed(inside: str, uri: str = "http://x/picture") -> str:
    return (
        f'<wp:anchor><wp:extent cx="1800000" cy="900000"/><a:graphic><a:graphicData uri="{uri}">{inside}'
        "</a:graphicData></a:graphic></wp:anchor>"
    )


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (framed(BLIP.format(1)), ([Shown("p1", 50.0, 25.0)], 0, [])),
        (framed(BLIP.format(1) + BLIP.format(2)), ([Shown("p1", 10.0, 20.0), Shown("p2", 10.0, 20.0)], 0, [])),
        (framed('<pic:pic><a:blip r:link="x"/></pic:pic>'), ([Shown("", 50.0, 25.0)], 0, [])),
        (framed(f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"), ([], 1, ["text-box"])),
        (framed("<c/>", "http://x/chart"), ([], 0, ["chart"])),
        (framed("<c/>", "http://x/2014/chartex"), ([], 0, ["chart"])),
        (framed("<c/>", "http://x/diagram"), ([], 0, ["diagram"])),
        (framed('<wps:wsp><a:prstGeom prst="line"/></wps:wsp>', "http://x/shape"), ([], 0, [])),
        (framed('<wps:wsp><a:prstGeom prst="star5"/></wps:wsp>', "http://x/shape"), ([], 0, ["drawing"])),
        (framed("<wps:wsp><a:custGeom/></wps:wsp>", "http://x/shape"), ([], 0, ["drawing"])),
        (
            "<mc:AlternateContent><mc:Choice>"
            + framed(BLIP.format(1))
            + "</mc:Choice><mc:Fallback>"
            + BLIP.format(2)
            + "</mc:Fallback></mc:AlternateContent>",
            ([Shown("p1", 50.0, 25.0)], 0, []),
        ),
    ],
)
def test_drawings_of_today(inside: str, found: object) -> None:
    assert drawn(inside) == found


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (
            '<v:shape style="position:absolute;width:72pt;height:1in"><v:imagedata r:id="p1"/></v:shape>',
            ([Shown("p1", 25.4, 25.4)], 0, []),
        ),
        ('<v:shape style="width:2cm"><v:imagedata r:id="p1"/></v:shape>', ([Shown("p1", 20.0, 0.0)], 0, [])),
        ('<v:shape><v:imagedata r:id="p1"/></v:shape>', ([Shown("p1", 0.0, 0.0)], 0, [])),
        ('<v:shape style="width:1.2.3pt"><v:imagedata/></v:shape>', ([Shown("", 0.0, 0.0)], 0, [])),
        (f"<v:shape><v:textbox>{BOX}</v:textbox></v:shape>", ([], 1, ["text-box"])),
        ('<v:line from="0,0" to="9,0"/>', ([], 0, [])),
        ('<v:rect o:hr="t"/>', ([], 0, [])),
        ('<v:shape type="#_x0000_t32"/>', ([], 0, [])),
        ("<v:oval/>", ([], 0, ["drawing"])),
        (
            '<v:shape><v:imagedata r:id="p1"/></v:shape><o:OLEObject ProgID="Equation.3"/>',
            ([Shown("p1", 0.0, 0.0)], 0, ["equation"]),
        ),
        ('<o:OLEObject ProgID="Excel.Sheet.12"/>', ([], 0, ["object"])),
    ],
)
def test_drawings_of_old(inside: str, found: object) -> None:
    assert drawn(inside, "w:pict") == found


def test_an_absurd_size_is_bounded() -> None:
    wide = framed(BLIP.format(1)).replace("1800000", "99999999999").replace("900000", "x")

    assert drawn(wide) == ([Shown("p1", 2000.0, 0.0)], 0, [])

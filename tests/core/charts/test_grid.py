"""Units as tiles by state: named for a few, small squares in groups for many, placed as on a map where asked."""

from xml.etree import ElementTree as ET

from tongket.core.charts import Cell, Legend, grid, stand_alone

SVG = "{http://www.w3.org/2000/svg}"
STATES = (Legend("done", "Đạt"), Legend("work", "Đang soạn"), Legend("none", "Chưa gửi", is_missing=True))


def drawn(*cells: Cell, width: int = 640) -> ET.Element:
    return ET.fromstring(stand_alone(grid(cells, STATES, title="Đơn vị", width=width)))


def tiles(root: ET.Element) -> list[tuple[str, float, float]]:
    """Class and place of every tile but those of the legend, which have no name."""
    named = [each for each in root.iter(f"{SVG}rect") if each.find(f"{SVG}title") is not None]
    return [(each.attrib["class"], float(each.attrib["x"]), float(each.attrib["y"])) for each in named]


def words(root: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def test_few_units_are_named_tiles_in_rows() -> None:
    root = drawn(Cell("An Mỹ", "done"), Cell("An Sơn", "none"), Cell("An Phú", "work"), width=218)

    assert tiles(root) == [("tile s-done", 2, 2), ("miss", 112, 2), ("tile s-work", 2, 42)]
    assert words(root) == ["An Mỹ", "An Sơn", "An Phú", "Đạt: 1", "Đang soạn: 1", "Chưa gửi: 1"]


def test_long_names_stand_whole_in_tiles_of_one_row_as_high_as_they_need() -> None:
    root = drawn(Cell("Đoàn TNCS Hồ Chí Minh", "done"), Cell("An Sơn", "none"), Cell("An Phú", "work"), width=218)

    high = [each.attrib["height"] for each in root.iter(f"{SVG}rect") if each.find(f"{SVG}title") is not None]
    rows = [each.text for each in root.iter(f"{SVG}tspan")]
    assert (rows, high) == (["Đoàn TNCS", "Hồ Chí Minh"], ["51", "51", "34"])


def test_tile_says_name_and_state_to_those_who_hear_it() -> None:
    (title,) = (each.text for each in drawn(Cell("An & Sơn", "none")).iter(f"{SVG}title") if "An" in (each.text or ""))

    assert title == "An & Sơn: Chưa gửi"


def test_many_units_are_small_squares_in_a_band_for_each_group() -> None:
    cells = [Cell(f"xã {place}", "done", group=f"tỉnh {place // 40}") for place in range(80)]

    root = drawn(*cells, width=300)

    found = tiles(root)
    assert (len(found), {each for each, _x, _y in found}) == (80, {"tile sq s-done"})
    assert {x for _class, x, _y in found} == {158 + 14 * column for column in range(10)}
    assert len({y for _class, _x, y in found}) == 8
    assert words(root)[:2] == ["tỉnh 0", "tỉnh 1"]


def test_units_may_be_placed_as_on_a_map() -> None:
    root = drawn(Cell("An Mỹ", "done", place=(1, 0)), Cell("An Phú", "work", place=(0, 2)))

    assert tiles(root) == [("tile s-done", 112, 2), ("tile s-work", 2, 82)]


def test_state_of_nobody_is_told_as_none() -> None:
    assert words(drawn()) == ["Đạt: 0", "Đang soạn: 0", "Chưa gửi: 0"]


def test_legend_counts_as_numbers_are_written() -> None:
    assert words(drawn(*[Cell("", "done")] * 1250))[0] == "Đạt: 1.250"

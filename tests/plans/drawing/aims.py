"""Aims and requirements, what the review must assess, what is displayed, where the money comes from."""

from hypothesis import strategies as st

from tests.plans.drawing.body import Body, Place
from tests.plans.drawing.names import Draw, some
from tongket.plans.facts import Item

AIMS = (
    "Đánh giá toàn diện kết quả thực hiện phong trào, làm rõ ưu điểm, hạn chế, nguyên nhân và bài học kinh nghiệm "
    "trong quá trình chỉ đạo, triển khai ở từng ngành, từng địa phương; qua đó đề ra nhiệm vụ cho giai đoạn tiếp theo",
    "Biểu dương các tập thể, cá nhân có thành tích xuất sắc",
    "Kịp thời tôn vinh, nhân rộng những cách làm hay",
    "Tạo khí thế thi đua sôi nổi trong cán bộ, đoàn viên, hội viên và Nhân dân",
)
REQUIREMENTS = (
    "Việc tổng kết được tiến hành từ cơ sở, bảo đảm thiết thực, hiệu quả, tiết kiệm",
    "Công tác chuẩn bị phải chu đáo, đúng tiến độ. Các đơn vị nhận thức đúng ý nghĩa của việc tổng kết",
    "Hội nghị được tổ chức trang trọng, đúng quy định",
)
POINTS = (
    "Công tác lãnh đạo, chỉ đạo, tuyên truyền phong trào",
    "Kết quả thực hiện các chỉ tiêu đã đăng ký; số mô hình được nhân rộng",
    "Những hạn chế, khó khăn, nguyên nhân và bài học kinh nghiệm",
    "Phương hướng, nhiệm vụ và những kiến nghị với cấp trên về cơ chế, chính sách hỗ trợ các mô hình sáng tạo trong "
    "lao động, sản xuất, học tập của đoàn viên, hội viên và các tầng lớp nhân dân trên địa bàn",
)
DISPLAYS = (
    "Các sản phẩm đạt chuẩn OCOP của địa phương",
    "Hình ảnh hoạt động tiêu biểu của các đơn vị",
    "Sản phẩm sáng tạo của thanh niên, phụ nữ khởi nghiệp",
)
FUNDS = (
    "Từ nguồn ngân sách huyện năm 2025, dự toán 85.000.000 đồng",
    "Trích từ quỹ hoạt động phong trào của đơn vị và nguồn xã hội hóa",
)


def statements(draw: Draw, body: Body, place: Place, pool: tuple[str, ...]) -> list[Item]:
    """A few statements of `pool` under `place`, in the list of the plan or as numbered sentences."""
    texts = some(draw, pool, most=3)
    write = body.points if body.holds_points(place) and draw(st.booleans()) else body.items
    return [Item(clause, text) for clause, text in zip(write(place, texts), texts, strict=True)]


def purpose(draw: Draw, body: Body) -> list[Item]:
    """The part on aims and requirements, in two headings or in one list."""
    place = body.part(draw(st.sampled_from(("Mục đích, yêu cầu", "Mục đích - yêu cầu"))))
    if draw(st.booleans()):
        return statements(draw, body, place, AIMS)
    aims = statements(draw, body, body.under(place, "Mục đích"), AIMS)
    return aims + statements(draw, body, body.under(place, "Yêu cầu"), REQUIREMENTS)


def budget(draw: Draw, body: Body) -> list[Item]:
    """The part on money: one paragraph, or a list."""
    return statements(draw, body, body.part("Kinh phí thực hiện"), FUNDS)

"""Words that made-up papers are written with: what thôn, xã and member organisations of the Front tell of their year."""

PLACES = (
    "Tam Thăng", "Tam Thanh", "Tam Phú", "Tam Ngọc", "An Mỹ", "An Xuân", "An Sơn", "An Phú", "Phước Hòa", "Hòa Hương", "Tân Thạnh",
    "Hòa Thuận", "Trường Xuân", "Bình Lãnh", "Quế Phú", "Đại Hiệp", "Duy Phước", "Điện Ngọc", "Cẩm Thanh", "Trà Giang", "Phú Ninh",
)  # fmt: skip
VILLAGES = (
    "Kim Thành", "Thạch Tân", "Vĩnh Bình", "Xuân Quý", "Thăng Tân", "Ngọc Mỹ", "Phú Ân", "Đồng Hành", "Thượng Thanh", "Hạ Thanh",
    "Trung Thanh", "Mỹ Cang", "Tân Phú", "Quý Ngọc", "Phú Quý", "Bình An", "Đồng Nghệ", "Hòa Trung", "Phong Nhị", "Lộc Vĩnh",
)  # fmt: skip
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Đặng", "Bùi", "Hồ", "Ngô", "Dương", "Trương", "Đỗ", "Lý")
MIDDLE = ("Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Hồng", "Quốc", "Xuân", "Kim", "Đức", "Thu", "Công", "Bích", "Hoàng")
GIVEN = (
    "An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Hòa", "Hương", "Khánh", "Lan", "Liên", "Long", "Mai", "Nam", "Nga", "Nhung",
    "Phúc", "Phượng", "Quang", "Sơn", "Tâm", "Thảo", "Thắng", "Thủy", "Toàn", "Trang", "Tuấn", "Vân", "Vinh", "Yến",
)  # fmt: skip
BODIES = (
    "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Đoàn Thanh niên", "Ban công tác Mặt trận", "Hội Người cao tuổi",
    "Hội Chữ thập đỏ", "Công đoàn cơ sở", "Ban Thanh tra nhân dân", "Ban Giám sát đầu tư của cộng đồng", "Hội Khuyến học",
    "tổ hợp tác trồng rau sạch", "câu lạc bộ gia đình hạnh phúc", "tổ tự quản đường biên", "nhóm thiện nguyện trẻ",
)  # fmt: skip
WORKS = (
    "làm đường bê tông vào xóm", "sửa nhà cho hộ neo đơn", "thắp sáng đường quê", "phân loại rác tại nhà", "trồng hoa dọc tuyến kênh",
    "dạy chữ cho trẻ xóm chài", "góp vốn xoay vòng không lấy lãi", "vận động hiến đất mở đường", "nuôi heo đất tiết kiệm",
    "giữ an ninh trật tự khu dân cư", "hòa giải mâu thuẫn trong thôn", "bảo vệ nguồn nước giếng chung", "xây hố rác ngoài đồng",
    "chăm sóc mộ liệt sĩ", "trồng rừng ngập mặn ven sông", "giúp ngày công gặt lúa chạy lũ", "mở lớp bơi cho học sinh hè",
    "dựng nhà tránh bão", "chuyển đổi cây trồng trên đất cát", "thu gom vỏ thuốc bảo vệ thực vật", "khám bệnh lưu động cho người già",
    "bán hàng qua mạng cho sản phẩm làng nghề", "quyên góp sách cho tủ sách thôn", "nấu cháo cho người bệnh nghèo",
)  # fmt: skip
PEOPLE = (
    "hộ nghèo", "hộ cận nghèo", "người cao tuổi", "phụ nữ đơn thân", "thanh niên đi làm ăn xa", "ngư dân", "công nhân ở trọ",
    "gia đình chính sách", "người khuyết tật", "bà con theo đạo", "trẻ em có hoàn cảnh khó khăn", "tiểu thương chợ xã",
)  # fmt: skip
MODELS = (
    "Một tổ đoàn kết giúp một hộ thoát nghèo", "Ngày thứ bảy vì dân", "Tiếng kẻng bình yên", "Ngôi nhà xanh", "Tuyến đường không rác",
    "Camera an ninh", "Bữa cơm đoàn kết", "Thùng gạo tình thương", "Chi hội ba sạch", "Dòng họ học tập", "Chợ phiên không đồng",
    "Góc sân mùa hè", "Tổ vay vốn ba nhất", "Cổng rào xanh", "Khu dân cư không có người vi phạm pháp luật",
)  # fmt: skip
PAPERS_OF_STATE = (
    "294/KH-MTTQ-BTT", "15/KH-MTTQ", "123/2016/NĐ-CP", "217-QĐ/TW", "08/NQ-HĐND", "1719/QĐ-TTg", "42/TB-UBND", "05-CT/TU",
    "19/HD-MTTW-BTT", "07/2022/QH15", "61/CTr-MTTQ", "30/2020/NĐ-CP",
)  # fmt: skip
HARD = (
    "kinh phí còn ít và cấp chậm", "người trẻ đi làm xa nên họp buổi tối thường thiếu", "một số hộ còn trông chờ hỗ trợ tiền mặt",
    "địa bàn rộng, mưa lũ chia cắt", "cán bộ thôn kiêm nhiều việc", "thời tiết thất thường làm mất mùa hai vụ liền",
    "giá vật liệu tăng nhanh", "nền nếp ghi chép ở thôn chưa đều", "vài nơi làm theo đợt, sau lễ phát động thì lắng xuống",
)  # fmt: skip
HEADINGS = (
    "Đặc điểm tình hình", "Vì sao chọn việc này", "Cách làm", "Công tác tuyên truyền, vận động", "Vai trò của Ban công tác Mặt trận",
    "Kết quả đạt được", "Một điển hình", "Thuận lợi", "Khó khăn, hạn chế", "Nguyên nhân", "Bài học kinh nghiệm",
    "Phương hướng năm tới", "Kiến nghị, đề xuất", "Phối hợp với các tổ chức thành viên", "Giám sát và công khai",
)  # fmt: skip
ITEMS = (
    "Rà soát từng hộ, lập danh sách có chữ ký của tổ trưởng và đại diện {people}.",
    "Phân công {body} phụ trách {number} hộ, mỗi quý báo cáo một lần bằng văn bản.",
    "Công khai thu, chi tại nhà văn hóa thôn {village}.",
    "Mỗi chi hội đăng ký một việc cụ thể: {work}.",
    "Tháng {month}: sơ kết, biểu dương {number} cá nhân.",
    "Duy trì mô hình “{model}” ở {number} khu dân cư.",
    "Gửi kiến nghị của cử tri đến cơ quan có thẩm quyền trước ngày {day}.",
    "Vận động {money} triệu đồng từ người con xa quê.",
)
SENTENCES = (
    "Thực hiện Kế hoạch số {paper} ngày {day} của Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam thành phố, {body} {place} đã chọn việc {work} làm việc chính của năm.",
    "Đến ngày {day}, toàn xã có {number} hộ tham gia, tăng {percent}% so với năm {year}.",
    "Ông {person}, thôn {village}, kể rằng trước đây muốn {work} phải đi hỏi từng nhà, nay chỉ cần một buổi họp là xong.",
    "Bà {person} năm nay {age} tuổi vẫn đều đặn mỗi sáng quét dọn đoạn đường trước nhà, rồi sang giúp hàng xóm.",
    "Có nơi, như thôn {village}, ban đầu chỉ {small} hộ đồng ý; sau ba tháng con số ấy là {number}.",
    "Chúng tôi xác định: muốn dân tin thì việc phải thấy được, tiền phải rõ, người làm phải ở gần dân.",
    "Kinh phí vận động được {money} triệu đồng, trong đó {body} góp {small} triệu đồng và {number} ngày công.",
    "Mô hình “{model}” bắt đầu từ một buổi sinh hoạt chi hội ở {village}, đến nay đã có ở {small}/{number} thôn, khối phố.",
    "Qua giám sát, {body} phát hiện {small} trường hợp chi chưa đúng đối tượng và đã kiến nghị điều chỉnh ngay trong tháng {month}.",
    "Khó khăn lớn nhất là {hard}.",
    "Tuy vậy, {hard}; việc {work} vì thế có lúc phải tạm dừng.",
    "Nhờ cấp ủy quan tâm, chính quyền tạo điều kiện, {people} ở {place} đã mạnh dạn nói lên điều mình cần.",
    "Trong {small} năm, số {people} giảm từ {number} xuống còn {small}, không có hộ nào phải đi vay nặng lãi.",
    "Ban công tác Mặt trận thôn {village} họp vào tối thứ bảy hằng tuần, ai bận thì gửi ý kiến qua nhóm Zalo của thôn.",
    "Điều đáng mừng là chính {people} đứng ra nhận phần khó: {work}.",
    "Chị {person} nói giản dị: “Mình được giúp thì mình phải giúp lại, chậm mấy cũng phải giúp”.",
    "Từ một đoạn đường dài {small},{small} km ở {village}, phong trào {work} lan ra {number} tuyến trong toàn xã {place}.",
    "Năm {year}, xã {place} được Ủy ban nhân dân thành phố tặng Giấy khen về thành tích {work} (Quyết định số {number}/QĐ-UBND ngày {day}).",
    "Bên cạnh đó, {body} phối hợp với {other} tổ chức {small} buổi tuyên truyền cho {number} lượt người, chủ yếu là {people}.",
    "Tỷ lệ hộ đăng ký đạt {percent}%, trong khi bình quân chung là {percent}%.",
    "Cách làm là đi từng ngõ, gõ từng nhà, rà từng đối tượng; ghi lại điều dân nói, không ghi thay, không ghi thêm.",
    "Vốn xoay vòng {money}.000.000 đồng đã đến tay {number} hộ; chưa hộ nào trả chậm quá 30 ngày.",
    "Bài học rút ra là phải chọn đúng người đứng đầu tổ, bởi ở {village}, tổ trưởng đi vắng một tháng là việc {work} chững lại.",
    "Theo thống kê của {body}, có {number} hộ sử dụng nước sạch, {number} hộ phân loại rác, {small} hộ lắp camera.",
    "Gia đình ông {person} hiến {number} m² đất vườn cùng {small} cây dừa đang cho trái để mở rộng đường vào {village}.",
    "Phong trào thi đua “Đoàn kết sáng tạo” vì thế không còn là khẩu hiệu, mà là việc của từng nhà.",
    "Đề nghị Ban Thường trực xem xét hỗ trợ {place} thêm {money} triệu đồng để tiếp tục {work} trong năm {year}.",
    "Với {people}, chúng tôi không chờ họ đến mà cử {small} cán bộ xuống tận nơi, vào buổi tối và ngày nghỉ.",
    "Từ tháng {month}/{year} đến nay đã tổ chức {number} lần ra quân, thu gom {small} tấn rác, trồng mới {number} cây xanh.",
    "Mỗi quý, {body} dán bảng thu chi ở nhà văn hóa; ai thắc mắc thì hỏi, hỏi thì được trả lời trong 3 ngày.",
    "Đồng chí {person}, {body}, cho rằng bí quyết nằm ở chỗ “nói ít, làm nhiều, làm đến cùng”.",
    "Cũng phải nói thẳng: còn {small} thôn làm hình thức, báo cáo đẹp mà việc chưa đến nơi.",
    "Trận lụt tháng {month} cuốn trôi {small} nhà tạm; chỉ sau {small} ngày, bà con {village} đã dựng lại xong nhờ góp công.",
    "Nghị quyết số {paper} đi vào cuộc sống bằng những việc nhỏ như vậy.",
    "Kết quả ấy có phần của {other}, của {people} và của những người con {place} làm ăn xa vẫn gửi về mỗi tháng {small}00.000 đồng.",
    "Hiện {place} có {number} hộ với {number} nhân khẩu, sống ở {small} thôn, phần lớn làm nông và đi biển.",
    "Thời gian tới, chúng tôi tập trung vào ba việc: {work}; {more}; và giữ cho được nền nếp họp tổ hằng tháng.",
    "Xã có đường ĐT.{number} chạy qua, nên việc {work} vừa thuận lợi vừa nhiều áp lực về rác thải, tiếng ồn.",
    "Sau khi có Hướng dẫn số {paper}, {body} đã xây dựng quy chế gồm {small} điều, lấy ý kiến {number} hộ rồi mới ban hành.",
    "Nhiều cụ {age} tuổi vẫn đi họp, vẫn góp ý thẳng thắn, có cụ viết tay {small} trang gửi Ban công tác Mặt trận.",
)  # fmt: skip

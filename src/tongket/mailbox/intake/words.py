"""The sentences of reasons, loops, faults and kinds of file, as message ids with gaps."""

from tongket.core.findings import words
from tongket.mailbox.intake.files import Role
from tongket.mailbox.intake.loops import Loop
from tongket.mailbox.intake.values import Certainty
from tongket.reading.mail.values import Fault

REASONS: dict[str, str] = {
    "address": words("Địa chỉ {address} là của {unit} trong danh bạ."),
    "person": words("Địa chỉ {address} là của {person}, {unit}."),
    "many-units": words("Địa chỉ {address} là của nhiều đơn vị trong danh bạ."),
    "code": words("Thư mang mã tham chiếu của phần việc này."),
    "reply": words("Thư trả lời thư “{subject}” của Văn phòng."),
    "called-off": words("Hội nghị của phần việc này đã hủy, nên không nhận thêm."),
    "foreign-code": words("Thư mang mã phần việc của đơn vị khác với người gửi."),
    "domain": words("Tên miền {domain} là của {unit}."),
    "place-in-address": words("Địa chỉ {address} có tên “{place}”."),
    "phone": words("Số điện thoại {phone} trong thư là của {unit}."),
    "signature": words("Chữ ký cuối thư ghi “{found}”."),
    "sender-name": words("Tên người gửi là “{found}”."),
    "subject": words("Tiêu đề nhắc “{found}”."),
    "file-name": words("Tên tệp nhắc “{found}”."),
    "forwarded": words("Thư được chuyển tiếp; người viết đầu tiên là {address}, địa chỉ của {unit}."),
    "kind": words("Tiêu đề, tên tệp hoặc lời thư nói về: {kind}."),
    "one-duty": words("Đơn vị chỉ còn một phần việc chưa nộp hợp với thư."),
    "only-duty": words("Đơn vị chỉ còn một phần việc chưa nộp, nhưng thư không nói là về việc ấy."),
    "some-duties": words("Đơn vị còn {count} phần việc có thể hợp với thư."),
    "no-duty": words("Đơn vị không còn phần việc nào chưa nộp hợp với thư."),
    "handed-in": words("Phần việc này đã có bản chờ xem; bản trong thư sẽ là bản sau."),
    "accepted": words("Phần việc này đã đạt; bản trong thư không tự thay bản đã đạt."),
    "no-file": words("Thư không có tệp nào để nhận."),
    "program": words("Tệp {file} là chương trình chạy được; không tự nhận thư này."),
    "faulty": words("Thư không đọc được trọn vẹn; không tự nhận."),
    "id-taken": words("Mã thư trùng với một thư khác nội dung; không tự nhận thư này."),
    "unknown-sender": words("Địa chỉ {address} không có trong danh bạ."),
    "bounce": words("Thư “{subject}” của Văn phòng không đến được {to}."),
    "foreign-bounce": words(
        "Thư báo này không nói về thư nào mà cơ quan đã gửi từ đây, nên không đổi trạng thái của thư nào."
    ),
    "no-sender": words("Thư không ghi địa chỉ người gửi."),
}
LOOPS: dict[Loop, str] = {
    Loop.BOUNCE: words("Thư báo không gửi được"),
    Loop.OWN: words("Thư của chính Văn phòng"),
    Loop.AUTO_REPLY: words("Thư trả lời tự động"),
    Loop.LIST: words("Thư gửi hàng loạt"),
    Loop.NOTICE: words("Thông báo tự động của phần mềm"),
}
CERTAINTIES: dict[Certainty, str] = {
    Certainty.SURE: words("Chắc chắn"),
    Certainty.LIKELY: words("Nhiều khả năng"),
    Certainty.MAYBE: words("Có thể"),
    Certainty.NONE: words("Chưa đoán được"),
}
FAULTS: dict[Fault, str] = {
    Fault.BROKEN: words("Thư hỏng, chỉ đọc được phần đầu. Thư gốc còn nguyên, tải về để mở bằng phần mềm thư."),
    Fault.CUT_OFF: words("Thư bị cắt giữa chừng; tệp cuối có thể thiếu. Thư gốc còn nguyên như lúc đến."),
    Fault.TOO_DEEP: words("Thư lồng nhau quá sâu, phần bên trong chưa đọc. Thư gốc còn nguyên."),
    Fault.TOO_MANY_PARTS: words("Thư có quá nhiều phần, chỉ đọc phần đầu. Thư gốc còn nguyên."),
    Fault.TOO_LONG: words("Lời thư quá dài, chỉ hiện phần đầu. Thư gốc còn nguyên."),
    Fault.TOO_LARGE: words("Thư quá lớn nên chỉ lấy phần đầu. Thư còn nguyên trong hộp thư của cơ quan."),
    Fault.TOO_SLOW: words("Đọc thư quá lâu nên đã dừng, chỉ đọc được phần đầu. Thư gốc còn nguyên."),
    Fault.ENCRYPTED: words("Thư được mã hóa, không đọc được. Đề nghị người gửi gửi lại thư thường."),
    Fault.OUTLOOK_ONLY: words(
        "Tệp nằm trong winmail.dat của Outlook. Đề nghị người gửi gửi lại dạng HTML hoặc văn bản."
    ),
}
ROLES: dict[Role, str] = {
    Role.DOCUMENT: words("tệp văn bản"),
    Role.PICTURE: words("ảnh"),
    Role.DECORATION: words("hình trong thư"),
    Role.LETTER: words("thư kèm"),
    Role.OTHER: words("tệp khác"),
    Role.PROGRAM: words("tệp chạy được, không mở"),
}

"""The command `tongket`: a table of commands; each names the function that does the work, loaded only when called."""

import argparse
import os
import pkgutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tongket import __version__

HIGHEST_PORT = 65_535
HIGHEST_NUMBER = 100_000
Option = tuple[tuple[str, ...], dict[str, object]]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words, one line of help, its options, and the function that takes the parsed arguments.

    Where it `needs_database`, Django is loaded and its tables are brought up to date before the function is.
    """

    words: tuple[str, ...]
    help: str
    target: str
    options: tuple[Option, ...] = field(default=())
    needs_database: bool = False


def option(*names: str, **settings: object) -> Option:
    """The names and settings of one argument, as argparse takes them."""
    return names, settings


def port(typed: str) -> int:
    """The number of a port; argparse tells the words of the error."""
    if not typed.isdecimal() or not 0 < int(typed) <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"cổng là số từ 1 đến {HIGHEST_PORT}, không phải {typed}")
    return int(typed)


def positive(typed: str) -> float:
    """A number above 0, with a point or a comma; argparse tells the words of the error."""
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        number = 0.0
    if not 0 < number < HIGHEST_NUMBER:
        raise argparse.ArgumentTypeError(f"cần một số lớn hơn 0, ví dụ 3 hoặc 2,5, không phải {typed}")
    return number


JSON = option("--json", action="store_true", dest="as_json", help="in JSON ra màn hình, không gì khác")
FILE = option("file", metavar="FILE", help="tệp kế hoạch .txt, .md, .docx hoặc .pdf; dấu - là đọc từ đầu vào chuẩn")
CONFERENCE = option("conference", metavar="CONFERENCE", type=int, help="số của hội nghị, xem `tongket conference list`")
HOST = option("--host", default="127.0.0.1", help="địa chỉ nghe; mặc định chỉ máy này")
PORT = option("--port", type=port, default=8000, help="cổng nghe; mặc định 8000")

DOCX = option("file", metavar="FILE", help="tệp văn bản .docx; dấu - là đọc từ đầu vào chuẩn")
PROFILE = option(
    "--profile",
    choices=("nd30", "mttq", "dang"),
    default="mttq",
    help="thể thức: Nghị định 30, Mặt trận (mặc định) hoặc Đảng",
)

PAPER = (
    option("file", metavar="FILE", help="tệp tham luận .docx, .pdf, .txt hoặc .md; dấu - là đọc từ đầu vào chuẩn"),
    option("--pages", type=positive, default=3.0, help="nhiều nhất mấy trang A4; mặc định 3"),
    option("--minutes", type=positive, default=7.0, help="nhiều nhất mấy phút; mặc định 7"),
    option("--rate", type=positive, default=None, help="tốc độ đọc, chữ một phút; mặc định 200"),
    option("--topic", default="", help="chủ đề được giao, như kế hoạch ghi"),
    option("--unit", default="", help="tên đơn vị viết bài"),
)

REPORT_DOCX = option("--docx", metavar="FILE", dest="docx", help="tổng hợp lại rồi ghi báo cáo vào tệp .docx này")
REPORT_CHECK = option(
    "--check", action="store_true", help="chỉ soát: số nào cũng có nguồn, cộng khớp, nói rõ số đơn vị; không ghi gì"
)
GROUPS = {
    "plan": "kế hoạch",
    "document": "văn bản",
    "paper": "tham luận",
    "conference": "hội nghị",
    "report": "báo cáo tổng kết",
    "mail": "thư",
}
COMMANDS = (
    Command(("serve",), "chạy Tổng Kết trên máy này", "tongket.config.server:serve", (HOST, PORT)),
    Command(
        ("demo",),
        "dựng hội nghị mẫu của Tam Kỳ rồi chạy",
        "tongket.config.server:demo",
        (
            HOST,
            PORT,
            option("--no-serve", action="store_true", help="chỉ dựng dữ liệu mẫu, không chạy máy chủ"),
            option("--fresh", action="store_true", help="dựng lại dữ liệu mẫu từ đầu"),
        ),
    ),
    Command(("plan", "read"), "đọc một kế hoạch và in các điều đọc được", "tongket.plans.console:read", (FILE, JSON)),
    Command(("plan", "check"), "soát một kế hoạch, in các phát hiện", "tongket.plans.console:check", (FILE, JSON)),
    Command(("plan", "schema"), "in lược đồ JSON (JSON Schema) của các điều đọc được", "tongket.plans.console:schema"),
    Command(
        ("document", "check"),
        "soát thể thức một văn bản .docx, in các phát hiện",
        "tongket.documents.console:check",
        (DOCX, PROFILE, JSON),
    ),
    Command(
        ("document", "batch"),
        "làm mọi bản gửi từng người của một văn bản",
        "tongket.documents.commands:batch",
        (
            option("document", metavar="DOCUMENT", type=int, help="số của văn bản, xem địa chỉ trang của nó"),
            option("--print", metavar="FILE.pdf", dest="print_file", help="ghi tệp in theo thứ tự vào tệp này"),
            option("--zip", metavar="FILE.zip", dest="zip_file", help="ghi từng bản PDF vào tệp này"),
            option("--per-sheet", type=int, choices=(1, 2, 4), default=1, help="mấy bản một tờ A4; mặc định 1"),
            option("--stacked", action="store_true", help="xếp để cắt cả chồng mà vẫn đúng thứ tự"),
            option("--only-new", action="store_true", help="chỉ những bản chưa phát hành"),
        ),
        needs_database=True,
    ),
    Command(
        ("report", "synthesise"),
        "tổng hợp báo cáo tổng kết của một hội nghị, hoặc soát báo cáo ấy",
        "tongket.synthesis.commands:synthesise",
        (CONFERENCE, REPORT_DOCX, REPORT_CHECK, JSON),
        needs_database=True,
    ),
    Command(("paper", "check"), "đo và soát một tham luận", "tongket.papers.console:check", (*PAPER, JSON)),
    Command(
        ("conference", "start"),
        "tạo hội nghị từ tệp kế hoạch và danh bạ đơn vị",
        "tongket.conferences.commands:start",
        (
            FILE,
            option("--directory", metavar="DIR.csv", help="danh bạ đơn vị .csv hoặc .xlsx; bỏ trống: danh bạ đã có"),
            option("--host-unit", metavar="NAME", help="tên cơ quan chủ trì, khi kế hoạch không nêu rõ"),
            option("--below", metavar="CONFERENCE", type=int, help="số của hội nghị cấp trên, xem `conference list`"),
            JSON,
        ),
        needs_database=True,
    ),
    Command(
        ("conference", "list"),
        "kể các hội nghị",
        "tongket.conferences.commands:list_conferences",
        (JSON,),
        needs_database=True,
    ),
    Command(
        ("conference", "correct"),
        "so kế hoạch đã sửa với bản đang dùng; chỉ áp dụng khi có --apply",
        "tongket.conferences.correction_commands:correct",
        (
            CONFERENCE,
            FILE,
            option("--directory", metavar="DIR.csv", help="danh bạ đơn vị .csv hoặc .xlsx; bỏ trống: danh bạ đã có"),
            option("--apply", action="store_true", help="áp dụng bản sửa; không có thì chỉ in chỗ khác"),
            option("--keep", metavar="DUTY", type=int, action="append", help="số phần việc đã có bài gửi, giữ lại"),
            option("--withdraw", metavar="DUTY", type=int, action="append", help="số phần việc đã có bài gửi, rút"),
            option("--plan-day", metavar="DUTY", type=int, action="append", help="số phần việc theo hạn của bản sửa"),
            JSON,
        ),
        needs_database=True,
    ),
    Command(
        ("duties",),
        "kể phần việc của một hội nghị",
        "tongket.conferences.commands:duties",
        (CONFERENCE, option("--late", action="store_true", help="chỉ phần việc trễ hạn"), JSON),
        needs_database=True,
    ),
    Command(
        ("mail", "fetch"),
        "lấy thư mới từ hộp thư của cơ quan, một lần; không xóa, không đánh dấu gì trong hộp",
        "tongket.mailbox.tray_commands:fetch",
        (JSON,),
        needs_database=True,
    ),
    Command(
        ("mail", "take"),
        "nhận vào các tệp thư .eml, hoặc .zip gồm các tệp .eml",
        "tongket.mailbox.tray_commands:take",
        (option("files", metavar="FILE", nargs="+", help="tệp .eml hoặc .zip; dấu - là đọc từ đầu vào chuẩn"), JSON),
        needs_database=True,
    ),
    Command(
        ("mail", "remind"),
        "đưa lời nhắc của lúc này vào thư đi và in ra; --dry-run chỉ in",
        "tongket.mailbox.reminder_commands:remind",
        (CONFERENCE, option("--dry-run", action="store_true", help="chỉ in, không đưa gì vào thư đi")),
        needs_database=True,
    ),
    Command(
        ("manage",),
        "gọi một lệnh quản trị của Django",
        "tongket.config.server:manage",
        (option("rest", nargs=argparse.REMAINDER, help="lệnh và các tham số của nó"),),
    ),
)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole table; building it loads no room."""
    root = argparse.ArgumentParser(prog="tongket", description="Tổng Kết: từ kế hoạch đến hội nghị tổng kết.")
    root.add_argument("--version", action="version", version=f"tongket {__version__}")
    levels: dict[tuple[str, ...], argparse._SubParsersAction[argparse.ArgumentParser]] = {
        (): root.add_subparsers(metavar="COMMAND", required=True)
    }
    for command in COMMANDS:
        group = command.words[:-1]
        if group not in levels:
            above = levels[()].add_parser(group[0], help=f"các lệnh về {GROUPS[group[0]]}")
            levels[group] = above.add_subparsers(metavar="COMMAND", required=True)
        sub = levels[group].add_parser(command.words[-1], help=command.help, description=command.help)
        for names, settings in command.options:
            sub.add_argument(*names, **settings)  # type: ignore[arg-type]
        sub.set_defaults(command=command)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its number is the exit code."""
    parsed = parser().parse_args(arguments)
    command: Command = parsed.command
    if command.needs_database:
        pkgutil.resolve_name("tongket.config.bootstrap:ready")()
    run: Callable[[argparse.Namespace], int] = pkgutil.resolve_name(command.target)
    try:
        code = run(parsed)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads us has seen enough (`| head`); what is left goes nowhere, without a complaint.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())

"""The commands and their options, as the command line's description promises them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tdkt_desktop import __version__
from tdkt_desktop.cli.usage_words import Formatter, record_number, said
from tdkt_desktop.errors import UsageError
from tdkt_desktop.i18n import LANGUAGES, _

if TYPE_CHECKING:
    from collections.abc import Callable


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks our language and raises instead of leaving the program."""

    def __init__(self, *, add_help: bool = True, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=Formatter, **settings)
        if add_help:
            self._positionals.title = _("Cần ghi")
            self._optionals.title = _("Tuỳ chọn")
            self.add_argument("-h", "--help", action="help", help=_("hiện lời này rồi thôi"))

    def error(self, message: str) -> NoReturn:
        """Turn a wrong option into an error that the door reports."""
        raise UsageError(
            said(message), _("Xem cách dùng: {command} --help").format(command=self.prog)
        )


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = _common_options()
    parser = _Parser(prog="tdkt", parents=[common], description=_("Thi đua - Khen thưởng"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"tdkt {__version__}",
        help=_("hiện số phiên bản rồi thôi"),
    )
    groups = parser.add_subparsers(dest="group", metavar=_("LỆNH"), parser_class=_Parser)
    _add(groups, common, "demo", _("điền trường mẫu vào một kho dữ liệu còn trống"))
    for build in (_school, _plan, _people, _tasks, _awards, _doc, _store, _backup):
        build(groups, common)
    return parser


def _common_options() -> _Parser:
    """Return the options that every command takes, before or after its name."""
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", type=Path, metavar="DIR", help=_("thư mục của kho dữ liệu"))
    common.add_argument("--json", action="store_true", help=_("kết quả dạng JSON cho máy đọc"))
    common.add_argument("--lang", choices=LANGUAGES, help=_("ngôn ngữ của lời nhắn"))
    return common


def _add(
    group: argparse._SubParsersAction[_Parser],
    common: _Parser,
    name: str,
    summary: str,
) -> _Parser:
    return group.add_parser(name, parents=[common], help=summary, description=summary)


def _group(
    groups: argparse._SubParsersAction[_Parser],
    common: _Parser,
    name: str,
    summary: str,
) -> Callable[[str, str], _Parser]:
    """Add a group of commands and return what adds a command to it."""
    parser = _add(groups, common, name, summary)
    commands = parser.add_subparsers(
        dest="command", metavar=_("VIỆC"), required=True, parser_class=_Parser
    )
    return lambda command, help_text: _add(commands, common, command, help_text)


def _school(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "school", _("hồ sơ nhà trường"))
    add("show", _("xem hồ sơ nhà trường"))
    add("set", _("nhập hồ sơ nhà trường từ tệp TOML")).add_argument("file", type=Path)


def _plan(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "plan", _("kế hoạch"))
    add("templates", _("các mẫu kế hoạch"))
    add("list", _("các kế hoạch đã có"))
    new = add("new", _("soạn kế hoạch mới từ mẫu"))
    new.add_argument("--template", required=True, metavar="KEY")
    new.add_argument("--year", required=True, metavar="Y")
    read = add("import", _("đọc kế hoạch từ tệp .docx, .txt, .md, .pdf"))
    read.add_argument("file", type=Path)
    read.add_argument("--year", metavar="Y")
    add("show", _("xem một kế hoạch dạng cây")).add_argument("id", type=record_number)
    check = add("check", _("soát lỗi một kế hoạch đã có hoặc một tệp"))
    check.add_argument("target", metavar="ID|FILE")
    roll = add("roll", _("lập kế hoạch cho năm khác từ một kế hoạch đã có"))
    roll.add_argument("id", type=record_number)
    roll.add_argument("--year", required=True, metavar="Y")
    compare = add("compare", _("đối chiếu hai kế hoạch, đã có hoặc là tệp"))
    compare.add_argument("old", metavar="ID|FILE")
    compare.add_argument("new", metavar="ID|FILE")
    compare.add_argument("--to", type=Path, metavar="FILE", help=_("ghi bản đánh dấu ra .docx"))
    compare.add_argument("--force", action="store_true", help=_("ghi đè tệp đã có"))
    repair = add("repair", _("khôi phục dấu tiếng Việt của văn bản quét"))
    repair.add_argument("file", type=Path)
    export = add("export", _("xuất kế hoạch ra .docx hoặc .pdf"))
    export.add_argument("id", type=record_number)
    export.add_argument("--to", type=Path, required=True, metavar="FILE")
    export.add_argument("--force", action="store_true", help=_("ghi đè tệp đã có"))


def _people(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "people", _("nhân sự"))
    add("list", _("những người trong danh sách")).add_argument(
        "--text", metavar=_("CHỮ"), help=_("chỉ những người có các chữ này, không cần dấu")
    )
    read = add("import", _("nhập danh sách từ tệp .xlsx, .csv"))
    read.add_argument("file", type=Path)
    read.add_argument(
        "--failed", type=Path, metavar="FILE", help=_("ghi các dòng chưa nhập được ra tệp .xlsx")
    )
    export = add("export", _("xuất danh sách ra .xlsx hoặc .csv"))
    export.add_argument("--identity", action="store_true", help=_("kèm số định danh cá nhân"))
    export.add_argument(
        "--windows-1258", action="store_true", help=_("bảng mã Windows-1258 cho tệp .csv")
    )
    template = add("template", _("tệp mẫu để điền danh sách"))
    for command in (export, template):
        command.add_argument("--to", type=Path, required=True, metavar="FILE")
    for command in (read, export, template):
        command.add_argument("--force", action="store_true", help=_("ghi đè tệp đã có"))


def _tasks(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "tasks", _("công việc trong năm"))
    export_text = _("xuất công việc ra .ics (lịch) hoặc .xlsx")
    listed, export = add("list", _("các công việc")), add("export", export_text)
    export.add_argument("--to", type=Path, required=True, metavar="FILE")
    export.add_argument("--force", action="store_true", help=_("ghi đè tệp đã có"))
    for command in (listed, export):
        command.add_argument("--year", metavar="Y")
        command.add_argument(
            "--due-before", metavar=_("NGÀY"), help=_("chỉ những việc có hạn trước ngày này")
        )
        command.add_argument(
            "--member", type=record_number, metavar="ID", help=_("chỉ việc của người có mã này")
        )


def _awards(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "awards", _("xét danh hiệu, khen thưởng"))
    check = add("check", _("ai có thể đề nghị danh hiệu, khen thưởng nào, và vì sao chưa"))
    about = check.add_mutually_exclusive_group(required=True)
    about.add_argument("--year", metavar="Y")
    about.add_argument("--facts", type=Path, metavar="FILE", help=_("dữ kiện ghi trong tệp JSON"))
    check.add_argument("--person", type=record_number, metavar="ID", help=_("chỉ người có mã này"))
    check.add_argument(
        "--received-on", metavar=_("NGÀY"), help=_("ngày cơ quan thẩm định nhận hồ sơ")
    )
    statistics = add("statistics", _("số lượng theo danh hiệu, cấp, tổ, giới, người trực tiếp"))
    statistics.add_argument("--year", required=True, metavar="Y")


def _doc(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "doc", _("các văn bản khác"))
    add("kinds", _("những văn bản lập được từ dữ liệu"))
    export = add("export", _("xuất một văn bản ra .docx hoặc .pdf"))
    export.add_argument("kind", metavar=_("LOẠI"))
    export.add_argument("--year", required=True, metavar="Y")
    export.add_argument("--for", dest="about", metavar="ID", help=_("lập cho ai, cho cuộc nào"))
    export.add_argument("--to", type=Path, required=True, metavar="FILE")
    export.add_argument("--force", action="store_true", help=_("ghi đè tệp đã có"))


def _store(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "store", _("kho dữ liệu"))
    add("check", _("kiểm tra kho dữ liệu"))
    add("info", _("kho dữ liệu ở đâu và có gì"))


def _backup(groups: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    add = _group(groups, common, "backup", _("sao lưu"))
    create = add("create", _("tạo một bản sao lưu"))
    create.add_argument("--to", type=Path, metavar="DIR", help=_("thư mục khác, ví dụ ổ USB"))
    add("list", _("các bản sao lưu"))
    for name, summary in (
        ("verify", _("kiểm tra một bản sao lưu")),
        ("restore", _("khôi phục từ một bản sao lưu")),
    ):
        add(name, summary).add_argument("backup", metavar=_("BẢN"))

"""Made-up documents for property tests: a school's papers as they could really be.

`documents()` are trees that a writer and a reader of paper can carry there and back: clean texts,
no end marks where the tree has none, bold and italic only inside running text. `any_documents()`
are trees that only a lossless format can carry: text that looks like a mark or a number, marks
everywhere, line breaks, blanks at the ends. All names are invented.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from math import prod
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Paragraph,
    Row,
    RowGroup,
    RowMarker,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.document import (
    Annex,
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Orientation,
    Signature,
)
from tdkt_desktop.documents.end_marks import without_end_marks
from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from collections.abc import Sequence

OPENINGS = (
    "Tổ chức", "Phát động", "Hướng dẫn", "Theo dõi", "Đánh giá", "Tuyên truyền", "Rà soát",
    "Biểu dương kịp thời", "Nhân rộng", "Kiểm tra", "Hoàn thiện", "Ưu tiên", "Đề xuất", "Ghi nhận",
)  # fmt: skip
MIDDLES = (
    "các đợt thi đua ngắn ngày", "việc đăng ký danh hiệu đầu năm học", "gương người tốt, việc tốt",
    "hội thi giáo viên dạy giỏi cấp trường", "sáng kiến của cán bộ, giáo viên, nhân viên",
    "hồ sơ đề nghị khen thưởng", "phong trào “Trường xanh - Lớp sạch”", "nền nếp bán trú",
    "chuyên đề ứng dụng công nghệ thông tin & chuyển đổi số", "thư viện thân thiện <góc đọc mở>",
    "quy chế chi tiêu nội bộ", "ngày hội Khoẻ để học tập", "30% số lớp đạt loại xuất sắc",
)  # fmt: skip
TAILS = (
    "trong toàn trường", "theo từng học kỳ", "ở các tổ chuyên môn", "bảo đảm công khai, dân chủ",
    "trước khi họp xét", "gắn với nhiệm vụ năm học", "đúng người, đúng việc",
    "để lan toả cách làm hay", "chào mừng ngày Nhà giáo Việt Nam 20/11", "từ 05/9 đến 15/10",
    "với mức thưởng 1.250.000 đồng", "cùng Công đoàn và Đoàn Thanh niên",
)  # fmt: skip
HEADINGS = (
    "Mục đích", "Yêu cầu", "Nội dung thi đua", "Chỉ tiêu phấn đấu", "Giải pháp thực hiện",
    "Công tác khen thưởng", "Phân công nhiệm vụ", "Kinh phí thực hiện", "Kiểm tra, giám sát",
    "Tổ chức thực hiện", "Các phong trào theo chủ đề", "Xây dựng điển hình tiên tiến",
)  # fmt: skip
SCHOOLS = (
    "Trường Mầm non Sao Khuê", "Trường Tiểu học Đồi Thông", "Trường THCS Bến Hạc",
    "Trường THPT Nguyễn Thượng Uyển", "Trường Tiểu học và THCS Vạn Lộc Hạ",
)  # fmt: skip
UNITS = (
    "Ban Giám hiệu", "Hội đồng TĐ-KT", "Tổ Văn phòng", "Tổ 1", "Tổ Mẫu giáo lớn", "Công đoàn",
    "Các tổ chuyên môn", "Giáo viên chủ nhiệm", "Chi đoàn", "Tổ Khoa học xã hội",
)  # fmt: skip
DUES = (
    "Tháng 9/2026", "Trước ngày 20/11/2026", "Từ 05/10 đến 15/10/2026", "Thường xuyên",
    "Quý II năm 2026", "Cuối học kỳ I", "Hằng tháng", "Ngày 26/3/2027",
)  # fmt: skip
PEOPLE = ("Vũ Thị Khánh Hạ", "Trịnh Quốc Ân", "Đặng Uyên Thư", "Lò Văn Pản", "Ông Thị Mỹ Duyên")
PLACES = ("Bến Hạc", "Vạn Lộc", "Đồi Thông", "Thượng Uyển")
PERIODS = ("Quý I", "Quý II", "Học kỳ I", "Nhiệm vụ thường xuyên", "Tháng 11 năm 2026")
GROUNDS = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
    "Theo đề nghị của Hội đồng Thi đua - Khen thưởng nhà trường",
    "Thực hiện Kế hoạch số 18/KH-UBND ngày 05/02/2026 của UBND phường Vạn Lộc",
)
ODD_TEXTS = (
    "- không phải gạch đầu dòng", "1. không phải khoản", "n) không phải điểm", "# không phải mục",
    "| không phải bảng |", "[nội dung]", "+++", "+ cộng", "a * b ** c", "đường dẫn C:\\name\\*.txt",
    "\\n", "{{ten_truong}}", "{{la}} và {{ky_niem:quoc-khanh}}", "cuối dòng;", "hết./.", "v.v...",
    "@LUAT_06_2022", "Trên > Dưới @due", " đầu và cuối ", "hai\ndòng", "\n", "", "---", "12.5. a",
    "aa) hai chữ", "\\", "khoảng\u00a0trắng dính", "thẩm quyền = TM. HỘI ĐỒNG; KT.", "~", "= bằng",
)  # fmt: skip


# One draw for a whole text keeps the making of a document fast.
_MARKINGS = ((), (), (), (MarkStyle.BOLD,), (MarkStyle.ITALIC,), tuple(MarkStyle))
_SPOTS = range(12)


def _pick(number: int, *choices: Sequence[Any]) -> list[Any]:
    """Read a number as one choice from each of several."""
    picked = []
    for options in choices:
        number, place = divmod(number, len(options))
        picked.append(options[place])
    return picked


def _numbers(*choices: Sequence[Any]) -> st.SearchStrategy[int]:
    return st.integers(0, prod(map(len, choices)) - 1)


def _combined(*choices: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return _numbers(*choices).map(lambda number: _pick(number, *choices))


@cache
def phrases() -> st.SearchStrategy[str]:
    """A few words without an end mark, starting with a capital."""
    return _combined(OPENINGS, MIDDLES, TAILS).map(" ".join)


@cache
def sentences() -> st.SearchStrategy[str]:
    """One or two sentences as they stand in the body."""
    ends = (".", ".", ";", "", ":")
    seconds = ("", "", ". Tiếp tục rà soát", ". Hằng tháng báo cáo Hiệu trưởng", " và nhân rộng")
    picked = _combined(OPENINGS, MIDDLES, TAILS, seconds, ends)
    return picked.map(lambda words: " ".join(words[:3]) + "".join(words[3:]))


def marked(plain: st.SearchStrategy[str]) -> st.SearchStrategy[RichText]:
    """Text, now and then with bold or italic on some of its words."""
    choices = (_MARKINGS, _SPOTS, _SPOTS)
    return st.tuples(plain, _numbers(*choices)).map(
        lambda drawn: _with_marks(drawn[0], *_pick(drawn[1], *choices))
    )


def _with_marks(text: str, styles: Sequence[MarkStyle], first: int, count: int) -> RichText:
    words = text.split(" ")
    first %= len(words)
    start = sum(len(word) + 1 for word in words[:first])
    end = start + len(" ".join(words[first : first + count + 1]))
    return RichText(text, tuple(Mark(start, end, style) for style in styles))


@cache
def running_texts() -> st.SearchStrategy[RichText]:
    """Text of a paragraph: now and then with marks."""
    return marked(sentences())


@cache
def odd_texts() -> st.SearchStrategy[RichText]:
    """Text that looks like the marks of some format."""
    rests = ("", "", *(f" {opening}" for opening in OPENINGS))
    return marked(_combined(ODD_TEXTS, rests).map("".join))


@cache
def titles() -> st.SearchStrategy[RichText]:
    """Text of a heading, without marks of its own."""
    return st.sampled_from(HEADINGS).map(RichText)


_DEPTHS = (Level.ROMAN, Level.ARABIC, Level.DECIMAL, Level.LETTER)


class BlockMaker:
    """Draws blocks; holds what their texts are made of."""

    def __init__(
        self, texts: st.SearchStrategy[RichText], headings: st.SearchStrategy[RichText]
    ) -> None:
        self.texts = texts
        self.headings = headings

    def section(self, draw: st.DrawFn, level: Level) -> list[Block]:
        """Draw a heading and what stands under it."""
        blocks: list[Block] = [Heading(level, draw(self.headings))]
        kind = draw(st.sampled_from(("deeper", "clauses", "dashes", "paragraphs")))
        if kind == "paragraphs" or draw(st.booleans()):
            blocks += [Paragraph(draw(self.texts))]
        if kind == "dashes":
            blocks += self.dashes(draw)
        deeper = [depth for depth in _DEPTHS if depth > level][:2]
        if kind in ("deeper", "clauses") and deeper:
            below = deeper[0] if deeper[0] is not Level.DECIMAL else draw(st.sampled_from(deeper))
            for _ in range(draw(st.integers(1, 3))):
                blocks += (
                    self.section(draw, below) if kind == "deeper" else self.clause(draw, below)
                )
        return blocks

    def clause(self, draw: st.DrawFn, level: Level) -> list[Block]:
        """Draw a numbered paragraph, now and then with dashes under it."""
        head: list[Block] = [Clause(level, draw(self.texts))]
        return head + (self.dashes(draw) if draw(st.booleans()) else [])

    def dashes(self, draw: st.DrawFn) -> list[Block]:
        """Draw dashes, some of them with pluses under them."""
        blocks: list[Block] = []
        for pluses in draw(st.lists(st.integers(0, 2), min_size=1, max_size=3)):
            blocks.append(Clause(Level.DASH, draw(self.texts)))
            blocks += [Clause(Level.PLUS, draw(self.texts)) for _ in range(pluses)]
        return blocks


@st.composite
def bodies(
    draw: st.DrawFn,
    texts: st.SearchStrategy[RichText] | None = None,
    headings: st.SearchStrategy[RichText] | None = None,
) -> tuple[Block, ...]:
    """The body of a plan: sections, now and then in parts, now and then with a table."""
    headings = titles() if headings is None else headings
    maker = BlockMaker(running_texts() if texts is None else texts, headings)
    blocks: list[Block] = []
    parts = draw(st.sampled_from((1, 1, 1, 2)))
    for _ in range(parts):
        if parts > 1:
            blocks.append(Heading(Level.PART, draw(headings)))
        for _ in range(draw(st.integers(1, 3))):
            blocks += maker.section(draw, Level.ROMAN)
    if draw(st.sampled_from((False, False, True))):
        blocks.append(draw(tables(texts)))
    return tuple(blocks)


_COLUMNS = (
    Column("Nội dung công việc", ColumnRole.CONTENT, width=4),
    Column("Chủ trì", ColumnRole.LEAD),
    Column("Thực hiện", ColumnRole.EXECUTOR),
    Column("Phối hợp", ColumnRole.COORDINATOR),
    Column("Thời gian hoàn thành", ColumnRole.DUE),
    Column("Ghi chú", ColumnRole.NOTE),
)
_UNITS = st.sampled_from(UNITS).map(RichText)
_CELLS = {
    ColumnRole.CONTENT: phrases().map(RichText),
    ColumnRole.DUE: st.sampled_from(DUES).map(RichText),
    ColumnRole.NOTE: st.sampled_from(("", "", "Báo cáo bằng văn bản")).map(RichText),
}


@st.composite
def column_sets(draw: st.DrawFn) -> tuple[Column, ...]:
    """The columns of a table of tasks; neighbours may stand under one merged head."""
    kept = sorted(draw(st.sets(st.integers(1, 5), min_size=1, max_size=4)))
    columns = [_COLUMNS[0], *(_COLUMNS[index] for index in kept)]
    if len(columns) > 2 and draw(st.booleans()):
        columns[1:3] = [replace(column, over="Phân công") for column in columns[1:3]]
    number = [Column("TT", ColumnRole.NUMBER)] if draw(st.sampled_from((True, True, False))) else []
    return (*number, *columns)


@st.composite
def tables(draw: st.DrawFn, texts: st.SearchStrategy[RichText] | None = None) -> Table:
    """A table of tasks in groups; `texts`, if given, are what its cells hold."""
    columns = draw(column_sets())
    cells = [column for column in columns if column.role is not ColumnRole.NUMBER]
    numbered = len(cells) < len(columns)
    rows = _rows(cells, numbered, texts)
    count = draw(st.integers(1, 3))
    titled = count > 1 or draw(st.booleans())
    with_numbers = draw(st.booleans())
    groups = tuple(
        RowGroup(
            tuple(draw(st.lists(rows, min_size=1, max_size=3))),
            RichText(draw(st.sampled_from(PERIODS))) if titled else RichText(),
            with_numbers if titled else True,
        )
        for _ in range(count)
    )
    numbering = draw(st.sampled_from(RowNumbering)) if numbered else RowNumbering.PER_GROUP
    return Table(columns, groups, numbering)


def _rows(
    columns: list[Column], numbered: bool, texts: st.SearchStrategy[RichText] | None
) -> st.SearchStrategy[Row]:
    """Draw rows for `columns`; a table without a number column has no marks before its rows."""
    cells = st.tuples(*(_CELLS.get(c.role, _UNITS) if texts is None else texts for c in columns))
    markers = st.sampled_from((RowMarker.NUMBER, RowMarker.NUMBER, RowMarker.DASH, RowMarker.NONE))
    return st.builds(
        Row,
        cells=cells,
        marker=markers if numbered else st.just(RowMarker.NUMBER),
        uid=st.sampled_from(("", "t1", "t2", "t3")),
    )


@st.composite
def annexes(draw: st.DrawFn, texts: st.SearchStrategy[RichText] | None = None) -> Annex:
    """An annex: a table of tasks, or sections of its own."""
    lead = (
        [Paragraph(draw(running_texts() if texts is None else texts))]
        if draw(st.booleans())
        else []
    )
    blocks = draw(tables(texts).map(lambda table: (table,)) | bodies(texts))
    title = RichText(draw(st.sampled_from(HEADINGS)).upper())
    return Annex(title, (*lead, *blocks), draw(st.sampled_from(Orientation)))


@cache
def signatures() -> st.SearchStrategy[Signature]:
    """Who signs: the head, a deputy for the head, or the chair of the council."""
    powers = st.sampled_from(
        (
            Signature((), "HIỆU TRƯỞNG"),
            Signature(("KT. HIỆU TRƯỞNG",), "PHÓ HIỆU TRƯỞNG"),
            Signature(("TM. HỘI ĐỒNG",), "CHỦ TỊCH", "HIỆU TRƯỞNG"),
            Signature(("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "PHÓ HIỆU TRƯỞNG"),
        )
    )
    return st.builds(lambda power, name: replace(power, name=name), powers, st.sampled_from(PEOPLE))


def _rich(strings: st.SearchStrategy[str]) -> st.SearchStrategy[RichText]:
    return strings.map(RichText)


def _several(
    items: st.SearchStrategy[RichText], at_least: int = 0
) -> st.SearchStrategy[tuple[RichText, ...]]:
    return st.lists(items, min_size=at_least, max_size=at_least + 2).map(tuple)


@cache
def _letterheads() -> st.SearchStrategy[Letterhead]:
    return st.builds(
        Letterhead,
        st.sampled_from(((), ("UBND PHƯỜNG VẠN LỘC",), ("SỞ GIÁO DỤC", "VÀ ĐÀO TẠO BẾN HẠC"))),
        st.sampled_from(SCHOOLS).map(lambda name: (name.upper(),)),
    )


@cache
def _frames() -> st.SearchStrategy[OfficialDocument]:
    """Documents with everything but grounds, running texts and annexes."""
    return st.builds(
        OfficialDocument,
        kind=st.just(DocumentKind.PLAN),
        title=st.just("KẾ HOẠCH"),
        subject=_rich(
            st.sampled_from(
                ("Công tác thi đua, khen thưởng năm 2026", "Phong trào “Đọc sách mỗi ngày”")
            )
        ),
        letterhead=_letterheads(),
        number=st.builds(
            DocumentNumber,
            st.sampled_from(("", "05", "128")),
            st.sampled_from(("KH-THĐT", "KH-VL")),
        ),
        place=st.sampled_from(PLACES),
        issued_on=st.none() | st.dates(date(2024, 1, 1), date(2028, 12, 31)),
        year=st.sampled_from((2026, 2027)),
        school_year=st.none() | st.builds(SchoolYear, st.integers(2024, 2027)),
        signature=signatures(),
        recipients=st.lists(st.sampled_from(UNITS), max_size=3, unique=True).map(
            lambda units: (*units, "Lưu: VT, HĐTĐKT")
        ),
    )


@st.composite
def documents(draw: st.DrawFn) -> OfficialDocument:
    """A whole plan that paper can carry there and back."""
    document = replace(
        draw(_frames()),
        grounds=draw(_several(_rich(st.sampled_from(GROUNDS)))),
        preamble=draw(_several(_rich(phrases()), at_least=1)),
        body=draw(bodies()),
        closing=draw(_several(running_texts(), at_least=1)),
        annexes=tuple(draw(st.lists(annexes(), max_size=2))),
    )
    return without_end_marks(document)


@st.composite
def any_documents(draw: st.DrawFn) -> OfficialDocument:
    """A whole document with texts that look like marks in every place that holds text."""
    texts = odd_texts() | running_texts()
    return replace(
        draw(_frames()),
        kind=draw(st.sampled_from(DocumentKind)),
        title=draw(st.sampled_from(("QUYẾT ĐỊNH", *ODD_TEXTS))),
        subject=draw(texts),
        addressees=tuple(draw(st.lists(st.sampled_from((*UNITS, *ODD_TEXTS)), max_size=2))),
        grounds=draw(_several(texts)),
        preamble=draw(_several(texts)),
        body=draw(bodies(texts, texts)),
        closing=draw(_several(texts)),
        co_signature=draw(st.none() | signatures()),
        recipients=tuple(draw(st.lists(st.sampled_from((*UNITS, *ODD_TEXTS)), max_size=3))),
        annexes=tuple(draw(st.lists(annexes(texts), max_size=2))),
    )

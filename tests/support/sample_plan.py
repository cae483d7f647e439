"""One realistic plan of a school: about twelve pages, with an annex of 46 tasks by month.

All names are invented.
"""

from __future__ import annotations

from datetime import date

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
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.vietnamese.school_year import SchoolYear

T = RichText.from_markup
MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5)
ROWS = 46

GROUNDS = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định chi tiết "
    "và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
    "Căn cứ Kế hoạch số 31/KH-UBND ngày 28 tháng 8 năm 2026 của Ủy ban nhân dân phường Vạn Lộc "
    "về phong trào thi đua năm học 2026 - 2027",
    "Căn cứ Kế hoạch nhiệm vụ năm học 2026 - 2027 của Trường Tiểu học Đồi Thông",
)
AIMS = (
    "Tạo không khí phấn khởi ngay từ tuần đầu năm học, để mỗi cán bộ, giáo viên, nhân viên và học "
    "sinh tự tìm được việc cụ thể, vừa sức và có ích để thi đua.",
    "Phát hiện sớm cách làm hay ở từng lớp, từng tổ; ghi lại thành kinh nghiệm dùng chung và giới "
    "thiệu với trường bạn trong phường.",
    "Khen thưởng đúng người, đúng việc, đúng lúc; ưu tiên tập thể nhỏ, giáo viên trực tiếp đứng "
    "lớp và nhân viên phục vụ bán trú.",
)
NEEDS = (
    "Mỗi phong trào có người chủ trì, có thời gian bắt đầu và kết thúc, có tiêu chí đo được và có "
    "minh chứng lưu tại nhà trường.",
    "Việc đăng ký, bình xét và đề nghị khen thưởng được thực hiện từ tổ, công khai kết quả trên "
    "bảng tin ít nhất *05 ngày làm việc* trước khi Hội đồng họp.",
    "Không tăng thêm hồ sơ, sổ sách; tận dụng dữ liệu đã có của nhà trường.",
)
MOVEMENTS = (
    ("Thi đua dạy tốt, học tốt", "tiết dạy đổi mới", "phiếu dự giờ và sản phẩm của học sinh"),
    ("Trường xanh - Lớp sạch", "góc học tập tự quản", "ảnh chụp trước và sau mỗi đợt"),
    ("Mỗi thầy cô một sáng kiến", "giải pháp dùng được ngay", "bản mô tả và số liệu đối chứng"),
    ("Bữa ăn bán trú an toàn", "thực đơn theo mùa", "sổ kiểm thực ba bước"),
    ("Nói lời hay, làm việc tốt", "câu chuyện đẹp mỗi tuần", "sổ vàng của liên đội"),
    ("Đọc sách cùng con", "giờ đọc chung ở nhà và ở lớp", "nhật ký đọc của từng lớp"),
)
DUTIES = (
    ("Chủ tịch Hội đồng", "chịu trách nhiệm chung, chủ trì các phiên họp và ký văn bản"),
    ("Phó Chủ tịch Hội đồng", "theo dõi tiến độ, giải quyết công việc khi Chủ tịch đi vắng"),
    ("Thư ký", "lập hồ sơ, ghi biên bản, nhắc hạn và giữ sổ theo dõi danh hiệu"),
    ("Uỷ viên phụ trách chuyên môn", "thẩm định sáng kiến, tổ chức hội giảng cấp trường"),
    ("Uỷ viên phụ trách tài chính", "dự toán kinh phí, chi thưởng và quyết toán đúng quy định"),
    ("Các tổ trưởng", "phát động trong tổ, bình xét hằng tháng và nộp hồ sơ đúng hạn"),
)
WORK = (
    "Rà soát danh sách Hội đồng Thi đua - Khen thưởng và phân công lại nhiệm vụ từng thành viên",
    "Tổ chức đăng ký danh hiệu thi đua, hình thức khen thưởng đầu năm học tại các tổ",
    "Phát động đợt thi đua ngắn ngày, thông báo tiêu chí chấm điểm trên bảng tin",
    "Kiểm tra việc thực hiện phong trào ở các lớp, góp ý trực tiếp với giáo viên chủ nhiệm",
    "Họp Hội đồng đánh giá kết quả tháng và đề nghị khen thưởng đột xuất (nếu có)",
)
LEADS = ("Hiệu trưởng", "Phó Hiệu trưởng", "Chủ tịch Công đoàn", "Thư ký Hội đồng")
EXECUTORS = ("Các tổ chuyên môn", "Tổ Văn phòng", "Giáo viên chủ nhiệm", "Ban Thi đua của trường")
PARTNERS = ("Ban đại diện cha mẹ học sinh", "Chi đoàn, Liên đội", "", "Công đoàn cơ sở")


def _movement(name: str, what: str, proof: str) -> list[Block]:
    head = Heading(Level.ARABIC, T(f"Phong trào “{name}”"))
    lines = (
        f"Nội dung: mỗi tổ chọn ít nhất một {what}, thực hiện trọn một học kỳ và báo cáo kết quả "
        "trước toàn trường; lớp nào có cách làm riêng được giới thiệu trong giờ sinh hoạt dưới cờ, "
        "không áp đặt một mẫu chung cho mọi khối lớp.",
        f"Minh chứng: {proof}, lưu trong thư mục dùng chung của tổ và đối chiếu khi bình xét.",
        "Chỉ tiêu: 100% tổ tham gia, ít nhất *85% lớp* đạt mức tốt, không có lớp chưa hoàn thành.",
    )
    points = (
        "Tuần đầu tiên: phổ biến tiêu chí, nhận góp ý của giáo viên và cha mẹ học sinh để mọi "
        "người cùng hiểu, cùng làm.",
        "Giữa kỳ: tổ chuyên môn dự giờ, xem sản phẩm, ghi nhận điều làm được và điều cần giúp đỡ "
        "thêm, không xếp hạng công khai giữa các lớp.",
        "Cuối kỳ: tổng hợp điểm, chọn tập thể và cá nhân tiêu biểu đề nghị khen thưởng; lập danh "
        "sách gửi thường trực Hội đồng trước ngày họp **ít nhất 03 ngày**.",
    )
    return [
        head,
        *(Clause(Level.DASH, T(line)) for line in lines),
        Paragraph(T(f"Trình tự thực hiện phong trào “{name}”:")),
        *(Clause(Level.LETTER, T(point)) for point in points),
    ]


def _body() -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(Level.ROMAN, T("MỤC ĐÍCH, YÊU CẦU"))]
    blocks.append(Heading(Level.ARABIC, T("Mục đích")))
    blocks += [Clause(Level.DASH, T(text)) for text in AIMS]
    blocks.append(Heading(Level.ARABIC, T("Yêu cầu")))
    blocks += [Clause(Level.DASH, T(text)) for text in NEEDS]
    blocks.append(Heading(Level.ROMAN, T("NỘI DUNG THI ĐUA")))
    for movement in MOVEMENTS:
        blocks += _movement(*movement)
    blocks.append(Heading(Level.ROMAN, T("CÔNG TÁC KHEN THƯỞNG")))
    for title in ("Khen thưởng thường xuyên", "Khen thưởng đột xuất", "Khen thưởng chuyên đề"):
        blocks.append(Heading(Level.ARABIC, T(title)))
        blocks += [
            Clause(Level.DECIMAL, T(f"{text} Áp dụng cho nội dung “{title.lower()}”."))
            for text in (*AIMS, *NEEDS[:2])
        ]
    blocks.append(Heading(Level.ROMAN, T("TỔ CHỨC THỰC HIỆN")))
    for who, what in DUTIES:
        blocks.append(Clause(Level.ARABIC, T(f"**{who}:** {what}.")))
        blocks.append(
            Clause(
                Level.DASH,
                T(
                    f"Báo cáo kết quả với Hội đồng vào ngày 25 hằng tháng; "
                    f"khi có vướng mắc, {who.lower()} đề xuất cách làm."
                ),
            )
        )
    blocks.append(Paragraph(T("(Tiến độ thực hiện tại Phụ lục kèm theo)")))
    return tuple(blocks)


def progress_table(rows: int = ROWS) -> Table:
    """The table of tasks by month of the school year."""
    columns = (
        Column("TT", ColumnRole.NUMBER),
        Column("Nội dung công việc", ColumnRole.CONTENT),
        Column("Chủ trì, chỉ đạo", ColumnRole.LEAD, over="Phân công"),
        Column("Đơn vị thực hiện", ColumnRole.EXECUTOR, over="Phân công"),
        Column("Đơn vị phối hợp", ColumnRole.COORDINATOR, over="Phân công"),
        Column("Thời gian hoàn thành", ColumnRole.DUE),
    )
    groups = []
    for place, month in enumerate(MONTHS):
        year = 2026 if month >= MONTHS[0] else 2027
        numbers = range(place, rows, len(MONTHS))
        entries = tuple(_task(number, month, year) for number in numbers)
        groups.append(RowGroup(entries, T(f"THÁNG {month:02d} NĂM {year}")))
    return Table(columns, tuple(groups))


def _task(number: int, month: int, year: int) -> Row:
    texts = (
        WORK[number % len(WORK)],
        LEADS[number % len(LEADS)],
        EXECUTORS[number % len(EXECUTORS)],
        PARTNERS[number % len(PARTNERS)],
        f"Trước ngày {20 + number % 8}/{month:02d}/{year}",
    )
    return Row(tuple(T(text) for text in texts))


def sample_plan() -> OfficialDocument:
    """Return the plan of a council that uses the school's seal."""
    return OfficialDocument(
        kind=DocumentKind.PLAN,
        title="KẾ HOẠCH",
        subject=T("Tổ chức các phong trào thi đua và công tác khen thưởng năm học 2026 - 2027"),
        letterhead=Letterhead(
            ("TRƯỜNG TIỂU HỌC ĐỒI THÔNG",), ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")
        ),
        number=DocumentNumber("05", "KH-HĐTĐKT"),
        place="Vạn Lộc",
        issued_on=date(2026, 9, 5),
        school_year=SchoolYear(2026),
        grounds=tuple(T(text) for text in GROUNDS),
        preamble=(
            T(
                "Hội đồng Thi đua - Khen thưởng Trường Tiểu học Đồi Thông xây dựng Kế hoạch tổ "
                "chức các phong trào thi đua và công tác khen thưởng năm học 2026 - 2027 như sau:"
            ),
        ),
        body=_body(),
        closing=(
            T(
                "Trên đây là Kế hoạch tổ chức các phong trào thi đua và công tác khen thưởng của "
                "nhà trường; Hội đồng đề nghị các tổ, các bộ phận nghiêm túc thực hiện."
            ),
        ),
        signature=Signature(("TM. HỘI ĐỒNG",), "CHỦ TỊCH", "HIỆU TRƯỞNG", "Vũ Thị Khánh Hạ"),
        recipients=(
            "UBND phường Vạn Lộc (để b/c)",
            "Các thành viên Hội đồng (để t/h)",
            "Các tổ chuyên môn, tổ Văn phòng (để t/h)",
            "Lưu: VT, HĐTĐKT",
        ),
        annexes=(
            Annex(
                T("Tiến độ thực hiện công tác thi đua, khen thưởng năm học 2026 - 2027"),
                (progress_table(),),
                Orientation.LANDSCAPE,
            ),
        ),
    )

"""Invented plans in the shapes that offices really send, and what must be understood of each."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from outlines import outline
from words_of import source_words, tree_words, words

from tdkt_desktop.documents.document import DocumentNumber, Letterhead, Signature
from tdkt_desktop.imports.plan_import import import_plan
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.reading import Flag, LeftOut
from tdkt_desktop.imports.recogniser import recognise
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.imports.reading import Recognition

# What stands around a text and is printed by the layout itself.
FRAME = {"phụ", "lục", "kính", "gửi", "kèm", "theo", "số", "phần"}
NUMBER = re.compile(r"\d+|[ivx]+|[a-eđ]")
PLANS = Path(__file__).parent / "plans"


def changes(recognition: Recognition) -> list[tuple[str, str]]:
    return [(entry.from_, entry.to) for entry in recognition.renumbered]


def test_a_nursery_plan_in_two_columns_with_slashes_and_wrong_numbers() -> None:
    recognition = import_plan(PLANS / "mam-non-hai-cot.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# I. MỤC TIÊU",
        "# 1. Với trẻ",
        "- Trẻ được chơi, đượ",
        "- Trẻ mạnh dạn, thíc",
        "# 2. Với cô",
        "- Mỗi cô có một việc",
        "- 100% nhóm lớp sạch",
        "# II. CÁC VIỆC CHÍNH",
        "# 1. Đợt một: từ 05/9 đ",
        "a) Thi trang trí góc",
        "b) Thi kể chuyện cho",
        "c) Viết về người cô e",
        "# 2. Đợt hai: từ 22/11",
        "a) Làm đồ dùng từ vật",
        "b) Ngày hội thể thao",
        "# 3. Đợt ba: từ 27/3 đế",
        ". Mỗi tổ chọn một sá",
        "# III. THỰC HIỆN",
        "1. Ban Giám hiệu phân",
        "2. Các tổ họp xét và",
    ]
    assert document.letterhead == Letterhead(
        parent_body=("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HÒA SƠN",), issuing_body=("TRƯỜNG MẦM NON HOA SỮA",)
    )
    assert document.number == DocumentNumber(value="", symbol="KH-MNHS")
    assert (document.place, document.issued_on) == ("Hòa Sơn", None)
    assert document.subject.plain == "Thi đua, khen thưởng năm học 2025 - 2026"
    assert (document.year, document.school_year) == (2025, SchoolYear(start=2025))
    assert document.recipients == (
        "Phòng GD&ĐT (để báo cáo)",
        "Các tổ, các lớp (để thực hiện)",
        "Lưu: VT",
    )
    assert document.signature == Signature(
        authority=(), title="HIỆU TRƯỞNG", office="", name="Kiều Thị Nga My"
    )
    assert changes(recognition) == [("d", "c"), ("2", "3"), ("IV", "III")]


def test_a_plan_typed_all_in_capitals() -> None:
    recognition = import_plan(PLANS / "thpt-toan-chu-hoa.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# I. MỤC ĐÍCH",
        "- TẠO KHÔNG KHÍ VUI",
        "- GHI NHẬN NHỮNG THẦ",
        "# II. NỘI DUNG",
        "# 1. HỘI GIẢNG CẤP TRƯỜ",
        ". MỖI TỔ CỬ HAI GIÁO",
        "# 2. HỌC SINH THI VIẾT",
        "- MỖI LỚP GỬI BA BÀI",
        "# III. TỔ CHỨC THỰC HIỆN",
        "1. BAN GIÁM HIỆU RA Q",
        "2. ĐOÀN TRƯỜNG PHÁT Đ",
    ]
    assert document.letterhead == Letterhead(
        parent_body=("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH AN LÂM",),
        issuing_body=("TRƯỜNG THPT LÊ HOÀN ĐÔNG",),
    )
    assert document.number == DocumentNumber(value="17", symbol="KH-LHĐ")
    assert (document.place, document.issued_on) == ("AN LÂM", date(2025, 10, 3))
    assert document.subject.plain == "TỔ CHỨC ĐỢT THI ĐUA CHÀO MỪNG NGÀY NHÀ GIÁO VIỆT NAM NĂM 2025"
    assert (document.year, document.school_year) == (2025, None)
    assert document.recipients == ("SỞ GD&ĐT", "CÁC TỔ", "LƯU: VT")
    assert document.signature == Signature(
        authority=("KT. HIỆU TRƯỞNG",), title="PHÓ HIỆU TRƯỞNG", office="", name="ĐOÀN VĂN KHOÁT"
    )
    assert changes(recognition) == []


def test_a_department_plan_with_wrong_and_nested_numbers() -> None:
    recognition = import_plan(PLANS / "so-danh-so-sai.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# I. MỤC ĐÍCH, YÊU CẦU",
        "# 1. Mục đích",
        "1.1. Động viên toàn ngà",
        "1.2. Phát hiện nhân tố",
        "# 2. Yêu cầu",
        "2.1. Khen đúng người, đ",
        "2.2. Không chạy theo th",
        "# II. NHIỆM VỤ",
        "# 1. Phong trào trong n",
        "1.1. Dạy tốt;",
        "1.2. Học tốt;",
        "1.3. Quản lý tốt.",
        "# 2. Phong trào ở cơ qu",
        "a) Cải cách thủ tục;",
        "b) Số hóa hồ sơ;",
        "c) Tiết kiệm điện, nư",
        "# III. THỜI GIAN VÀ CÁCH",
        "1. Quý I: các đơn vị",
        "2. Quý IV: các đơn vị",
        "# IV. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng Sở là đầ",
        "2. Các phòng chuyên m",
    ]
    assert document.letterhead == Letterhead(
        parent_body=("ỦY BAN NHÂN DÂN TỈNH AN LÂM",), issuing_body=("SỞ GIÁO DỤC VÀ ĐÀO TẠO",)
    )
    assert document.number == DocumentNumber(value="1205", symbol="KH-SGDĐT")
    assert (document.place, document.issued_on) == ("An Lâm", date(2026, 1, 12))
    assert (
        document.subject.plain == "Công tác thi đua, khen thưởng ngành Giáo dục và Đào tạo năm 2026"
    )
    assert (document.year, document.school_year) == (2026, None)
    assert document.recipients == (
        "UBND tỉnh (để b/c)",
        "Giám đốc, các Phó Giám đốc Sở",
        "Các đơn vị trực thuộc",
        "Lưu: VT, VP",
    )
    assert document.signature == Signature(
        authority=("KT. GIÁM ĐỐC",), title="PHÓ GIÁM ĐỐC", office="", name="Phùng Đức Lãm"
    )
    assert changes(recognition) == [
        ("1", "2"),
        ("2.3", "2.2"),
        ("1", "1.1"),
        ("2", "1.2"),
        ("3", "1.3"),
        ("II", "III"),
        ("V", "IV"),
    ]


def test_a_council_plan_with_two_annexes() -> None:
    recognition = import_plan(PLANS / "hoi-dong-hai-phu-luc.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# I. NHIỆM VỤ CHUNG",
        "1. Tham mưu cho Hiệu",
        "2. Xét chọn công khai",
        "# II. PHÂN CÔNG",
        "# 1. Chủ tịch Hội đồng",
        ". Phụ trách chung, c",
        "# 2. Thư ký",
        ". Ghi biên bản, lưu",
        "# III. KINH PHÍ",
        ". Chi từ quỹ khen th",
    ]
    assert document.annexes[0].title.plain == "LỊCH HỌP CỦA HỘI ĐỒNG"
    assert outline(document.annexes[0].blocks) == [
        "number | content | lead | coordinator | due | note",
        "== Tháng 9",
        "1 | Kiện toàn Hội đồng | Chủ tịch | Thư ký | 20/9/2025 | ",
        "2 | Hướng dẫn đăng ký  | Thư ký | Các tổ | 30/9/2025 | Bản giấy",
        "== Tháng 01",
        "1 | Sơ kết học kỳ I | Chủ tịch |  | 15/01/2026 | ",
        "- | Họp tổ trưởng | Phó Chủ tịch | Tổ Văn phòng | 10/01/2026 | ",
        "2 | Khen đợt 1 | Chủ tịch | Kế toán | 20/01/2026 | ",
    ]
    assert document.annexes[1].title.plain == "TIÊU CHÍ CHẤM ĐIỂM"
    assert outline(document.annexes[1].blocks) == [
        "# I. ĐIỂM CỘNG",
        "1. Có sáng kiến: cộng",
        "2. Có giải cấp phường",
        "# II. ĐIỂM TRỪ",
        "1. Đi muộn: trừ 1 điể",
    ]
    assert document.letterhead == Letterhead(
        parent_body=("TRƯỜNG TIỂU HỌC SUỐI NGÀN",), issuing_body=("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",)
    )
    assert document.number == DocumentNumber(value="03", symbol="KH-HĐTĐKT")
    assert (document.place, document.issued_on) == ("Suối Ngàn", date(2025, 9, 15))
    assert (
        document.subject.plain == "Hoạt động của Hội đồng Thi đua - Khen thưởng năm học 2025-2026"
    )
    assert (document.year, document.school_year) == (2025, SchoolYear(start=2025))
    assert document.recipients == ("Như trên", "Lưu: VT, HĐTĐKT")
    assert document.signature == Signature(
        authority=("TM. HỘI ĐỒNG",), title="CHỦ TỊCH", office="HIỆU TRƯỞNG", name="Mạc Thị Yến Linh"
    )
    assert changes(recognition) == [("3", "2"), ("3", "II")]


def test_a_plan_without_any_number() -> None:
    recognition = import_plan(PLANS / "khong-so.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# I. MỤC ĐÍCH",
        ". Tạo thói quen đọc",
        ". Góp phần xây dựng",
        "# II. NỘI DUNG",
        ". Mỗi lớp có một tủ",
        ". Mỗi tháng thư viện",
        "# III. TỔ CHỨC THỰC HIỆN",
        ". Thư viện là đầu mố",
    ]
    assert document.letterhead == Letterhead(
        parent_body=("UBND XÃ ĐỒNG VỌNG",), issuing_body=("TRƯỜNG THCS ĐỒNG VỌNG",)
    )
    assert (document.place, document.issued_on) == ("Đồng Vọng", date(2025, 9, 8))
    assert document.subject.plain == "Phong trào “Mỗi tuần một cuốn sách” năm học 2025 - 2026"
    assert (document.year, document.school_year) == (2025, SchoolYear(start=2025))
    assert document.recipients == ()
    assert document.signature == Signature(
        authority=(), title="HIỆU TRƯỞNG", office="", name="Nông Thị Bích Vân"
    )
    assert changes(recognition) == []


def test_a_markdown_plan_with_a_table_in_its_body() -> None:
    recognition = import_plan(PLANS / "bang-trong-bai.md")
    document = recognition.document

    assert outline(document.body) == [
        "# I. CHỈ TIÊU",
        "number | content | executor | due",
        "1 | Mỗi em làm năm việ | Các lớp | Tháng 3/2026",
        "2 | Mỗi lớp nhận một c | Các lớp, Tổ Văn ph | 15/4/2026",
        "3 | Tổng kết | Tổng phụ trách | 30/4/2026",
        "# II. CÁCH LÀM",
        "# 1. Với học sinh",
        "- Ghi sổ việc tốt hằ",
        "- Nộp sổ cho lớp trư",
        "# 2. Với giáo viên",
        ". Nhận xét, động viê",
    ]
    assert document.subject.plain == "Đợt thi đua “Nghìn việc tốt” năm 2026"
    assert (document.year, document.school_year) == (2026, None)
    assert document.recipients == ("Các lớp", "Lưu: VT")
    assert document.signature == Signature(
        authority=(), title="HIỆU TRƯỞNG", office="", name="Thạch Thị Sa Rươn"
    )
    assert changes(recognition) == [("4", "3")]


def test_a_plan_wrapped_by_hand_and_cut_by_pages() -> None:
    recognition = import_plan(PLANS / "ngat-dong.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# I. MỤC ĐÍCH, YÊU CẦU",
        "# 1. Mục đích",
        "- Phát huy sức mạnh",
        "- Nhân rộng những cá",
        "# 2. Yêu cầu",
        "- Thi đua phải tự ng",
        "# II. TỔ CHỨC THỰC HIỆN",
        "1. Các tổ triển khai",
        "2. Tổ Văn phòng tổng",
    ]
    assert document.letterhead == Letterhead(
        parent_body=("UBND PHƯỜNG VĨNH AN",), issuing_body=("TRƯỜNG TIỂU HỌC VĨNH AN",)
    )
    assert document.number == DocumentNumber(value="21", symbol="KH-THVA")
    assert (document.place, document.issued_on) == ("Vĩnh An", date(2026, 2, 10))
    assert document.subject.plain == "Công tác thi đua, khen thưởng năm 2026"
    assert (document.year, document.school_year) == (2026, None)
    assert document.recipients == ("UBND phường", "Lưu: VT")
    assert document.signature == Signature(
        authority=(), title="HIỆU TRƯỞNG", office="", name="Châu Ngọc Bảo Trâm"
    )
    assert changes(recognition) == []


def test_a_plan_of_parts_with_every_level_and_bullet() -> None:
    recognition = import_plan(PLANS / "nhieu-cap.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# Phần I. TÌNH HÌNH CHUNG",
        "# I. THUẬN LỢI",
        "# 1. Đội ngũ",
        "# 1.1. Về số lượng",
        "# a) Giáo viên:",
        "- Đủ theo định mức.",
        "+ Trong đó hợp đồng:",
        "# b) Nhân viên:",
        "- Thiếu 01 người.",
        "# 1.2. Về chất lượng",
        "# a) Trình độ:",
        "- Đạt chuẩn 100%.",
        "# b) Kỹ năng:",
        "- Sử dụng thành thạo",
        "# 2. Cơ sở vật chất",
        "- Phòng học kiên cố.",
        "- Sân chơi rộng.",
        "# II. KHÓ KHĂN",
        "1. Dân cư phân tán.",
        "2. Đường xa.",
        "# Phần II. NHIỆM VỤ",
        "# III. CHỈ TIÊU",
        "1. Tập thể: danh hiệu",
        "2. Cá nhân: 85% Lao đ",
        "# IV. TỔ CHỨC THỰC HIỆN",
        ". Mọi thành viên căn",
    ]
    assert document.subject.plain == "Phát triển phong trào thi đua giai đoạn 2026 - 2030"
    assert (document.year, document.school_year) == (None, None)
    assert document.recipients == ()
    assert document.signature == Signature(authority=(), title="", office="", name="")
    assert changes(recognition) == []


def test_a_plan_with_letters_and_a_table_after_the_signature() -> None:
    recognition = import_plan(PLANS / "bang-sau-chu-ky.txt")
    document = recognition.document

    assert outline(document.body) == [
        "# I. MỤC ĐÍCH",
        ". Giúp các tổ làm đú",
        "# II. NỘI DUNG KIỂM TRA",
        "1. Hồ sơ",
        "2. Sổ theo dõi",
        "3. Việc công khai",
        "# III. LỊCH KIỂM TRA",
        ". Theo bảng kèm theo",
    ]
    assert document.annexes[0].title.plain == "LỊCH KIỂM TRA CÁC TỔ NĂM 2026"
    assert outline(document.annexes[0].blocks) == [
        "number | content | executor | due",
        "== I HỌC KỲ I",
        "1 | Tổ Một | Ban kiểm tra | Tháng 10",
        "2 | Tổ Hai | Ban kiểm tra | Tháng 11",
        "== II HỌC KỲ II",
        "1 | Tổ Ba | Ban kiểm tra | Tháng 3",
        " | Tổ Văn phòng | Ban kiểm tra | ",
    ]
    assert document.subject.plain == "Kiểm tra công tác thi đua năm 2026"
    assert (document.year, document.school_year) == (2026, None)
    assert document.recipients == ()
    assert document.signature == Signature(
        authority=(), title="HIỆU TRƯỞNG", office="", name="Quách Minh Thuận"
    )
    assert changes(recognition) == []


def test_grounds_in_one_paragraph_are_parted_and_the_announcement_is_no_ground() -> None:
    document = import_plan(PLANS / "mam-non-hai-cot.txt").document

    assert [ground.plain for ground in document.grounds] == [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
        "Theo đề nghị của Công đoàn trường",
    ]
    assert [text.plain[-8:] for text in document.preamble] == ["như sau:"]


def test_a_subject_on_two_lines_is_one() -> None:
    document = import_plan(PLANS / "so-danh-so-sai.txt").document

    assert document.subject.plain == (
        "Công tác thi đua, khen thưởng ngành Giáo dục và Đào tạo năm 2026"
    )


def test_addressees_are_read() -> None:
    document = import_plan(PLANS / "hoi-dong-hai-phu-luc.txt").document

    assert document.addressees == ("Các tổ chuyên môn, Tổ Văn phòng",)


def test_an_annex_that_names_its_own_plan_needs_no_reference_of_its_own(tmp_path: Path) -> None:
    text = (PLANS / "hoi-dong-hai-phu-luc.txt").read_text("utf-8")
    other = tmp_path / "khac.txt"
    other.write_text(text.replace("(Kèm theo Kế hoạch số 03", "(Kèm theo Kế hoạch số 14"), "utf-8")

    assert import_plan(PLANS / "hoi-dong-hai-phu-luc.txt").document.annexes[0].reference == ""
    assert import_plan(other).document.annexes[0].reference.startswith("(Kèm theo Kế hoạch số 14")


def test_text_cut_by_the_end_of_a_page_is_joined_and_the_page_number_left_out() -> None:
    reading = recognise(read_source(PLANS / "ngat-dong.txt"))

    joined = [item for item in reading.lines if item.text.plain.startswith("Thi đua phải")]
    assert joined[0].text.plain.endswith(
        "bộ phận trong nhà trường; việc bình xét bảo đảm đoàn kết."
    )
    assert Flag.JOINED in joined[0].flags
    assert not any(item.text.plain == "2" for item in reading.lines if not item.left_out)


def test_the_marks_of_a_signing_line_are_left_out_with_their_reason() -> None:
    reading = recognise(read_source(PLANS / "so-danh-so-sai.txt"))

    left_out = {item.text.plain: item.left_out for item in reading.lines if item.left_out}
    assert left_out["(Đã ký)"] is LeftOut.SIGNING_NOTE


def test_decomposed_text_with_tabs_is_the_same_plan(tmp_path: Path) -> None:
    text = (PLANS / "so-danh-so-sai.txt").read_text("utf-8")
    lines = [f"\t{line}" if line[:1] in "-1" else line for line in text.splitlines()]
    path = tmp_path / "to-hop.txt"
    path.write_text(unicodedata.normalize("NFD", "\n".join(lines)), "utf-8")

    assert import_plan(path).document == import_plan(PLANS / "so-danh-so-sai.txt").document


def test_a_given_year_goes_before_what_the_file_says() -> None:
    assert import_plan(PLANS / "so-danh-so-sai.txt", year=2030).document.year == 2030


def test_every_word_of_every_plan_reaches_the_tree() -> None:
    for path in sorted(PLANS.iterdir()):
        source = read_source(path)
        reading = recognise(source)
        document = import_plan(path).document

        noise = " ".join(item.text.plain for item in reading.lines if item.left_out)
        kept = {word.casefold() for word in [*tree_words(document), *words(noise)]}
        lost = {word.casefold() for word in source_words(source)} - kept
        lost = {word for word in lost if not NUMBER.fullmatch(word)}
        assert lost <= FRAME, path.name

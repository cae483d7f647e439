"""Text whose diacritics a scanner destroyed is restored, and what nobody can know is kept."""

from __future__ import annotations

import re

import pytest
from garbling import HELD_OUT, garbled
from hypothesis import given, settings
from hypothesis import strategies as st

from tdkt_desktop.documents.clause_library import shipped_clauses
from tdkt_desktop.errors import Cancelled
from tdkt_desktop.services.repair import RepairedLine, Repairer
from tdkt_desktop.services.repair_corpus import sentences

WORD = re.compile(r"[^\W_]+")


@pytest.fixture(scope="module")
def repairer() -> Repairer:
    return Repairer()


def only(repairer: Repairer, text: str) -> RepairedLine:
    (line,) = repairer.repair_text(text)
    return line


# Restoring -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Kién toan t§ chirc b may", "Kiện toàn tổ chức bộ máy"),
        ("Phat d6ng phong trao thi dua", "Phát động phong trào thi đua"),
        ("Thuc hién tét quy ché dan chu", "Thực hiện tốt quy chế dân chủ"),
        ("Noi nhan:", "Nơi nhận:"),
        ("KE HOACH", "KẾ HOẠCH"),
        ("Il. TO CHUC THUC HIEN", "II. TỔ CHỨC THỰC HIỆN"),
        ("1. Muc dich", "1. Mục đích"),
    ],
)  # fmt: skip
def test_a_garbled_line_is_restored(repairer: Repairer, seen: str, meant: str) -> None:
    line = only(repairer, seen)
    assert line.proposal == meant
    assert line.score > 0.8


def test_most_words_of_unknown_sentences_come_back(repairer: Repairer) -> None:
    right = before = whole = 0
    for seed, text in enumerate(HELD_OUT * 4):
        seen = garbled(text, seed)
        meant, read = text.split(), only(repairer, seen).proposal.split()
        whole += len(meant)
        before += sum(one == other for one, other in zip(meant, seen.split(), strict=True))
        right += sum(one == other for one, other in zip(meant, read, strict=False))
    assert before / whole < 0.35
    assert right / whole > 0.85


def test_good_text_stays_as_it_is(repairer: Repairer) -> None:
    for text in HELD_OUT:
        assert only(repairer, text).proposal == text


def test_the_clauses_of_the_library_stay_as_they_are(repairer: Repairer) -> None:
    changed = []
    for clause in shipped_clauses()[::6]:
        for text in clause.text.split("\n"):
            if "{" in text:
                continue
            for line in repairer.repair_text(text.strip()):
                changed += [line] if line.proposal != line.text else []
    assert not changed, [(line.text, line.proposal) for line in changed]


def test_an_abbreviation_gets_its_letters_back(repairer: Repairer) -> None:
    assert "HĐTĐKT" in only(repairer, "Trình HDTDKT nha trudng xem xét").proposal


# What is kept --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kept",
    ["15/3/2026", "02/KH-HDTDKT", "2026-2027", "100%", "thidua@truong.edu.vn", "5B"],
)
def test_numbers_dates_and_addresses_stay_as_they_were_read(repairer: Repairer, kept: str) -> None:
    assert kept in only(repairer, f"Gui vé van phong {kept} trudc khi hop").proposal.split()


def test_a_name_is_never_invented(repairer: Repairer) -> None:
    line = only(repairer, "Ngudi thuc hién: Nguyén Thi Hanh, to truéng chuyén mén")
    assert "Nguyén Thi Hanh" in line.proposal
    assert {"Nguyén", "Thi", "Hanh"} <= set(line.kept)
    assert not line.is_sure


def test_what_nobody_knows_is_marked_and_not_guessed(repairer: Repairer) -> None:
    line = only(repairer, "Thue hién qwrtzx trong nha trudng")
    assert "qwrtzx" in line.proposal
    assert "qwrtzx" in line.kept


@given(st.text(alphabet="abcdđeéghi mnoótu6§¢@-.,/:1234 \nÔTK", max_size=120))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_it_fail_and_no_number_changes(text: str) -> None:
    for line in Repairer().repair_text(text):
        if not line.dropped:
            dates = re.findall(r"(?<!\S)\d+/\d+/\d+(?!\S)", line.text)
            assert all(one in line.proposal for one in dates)
        assert 0.0 <= line.score <= 1.0
        assert all(line.proposal[one.start : one.end] == one.text for one in line.words)


# Lines ---------------------------------------------------------------------------------------


def test_lines_that_belong_together_are_given_once(repairer: Repairer) -> None:
    text = (
        "- Phat d6ng phong trao thi dua trong toan truong nham thuc hién thang\n"
        "loi nhiém vu nam hoc moi va cac chi tiéu da dang ky dau nam hoc\n"
        "\n"
        "- Tong két phong trao va khen thuong kip thoi cac tap thé, ca nhan\n"
    )
    lines = repairer.repair_text(text)
    assert [line.line for line in lines] == [1, 4]
    assert lines[0].proposal.endswith("đăng ký đầu năm học")


def test_a_page_number_and_the_marks_of_a_stamp_are_dropped(repairer: Repairer) -> None:
    text = "Triển khai kế hoạch đến các tổ.\n\n12\n@ ‘. |~\n- 3 -\nSơ kết học kỳ một."
    lines = repairer.repair_text(text)
    assert [line.text for line in lines if line.dropped] == ["12", "@ ‘. |~", "- 3 -"]
    assert [line.line for line in lines if not line.dropped] == [1, 6]


def test_a_sentence_goes_on_after_the_number_of_a_page(repairer: Repairer) -> None:
    text = (
        "Các tổ chuyên môn xây dựng kế hoạch của tổ, phân công từng thành viên phụ trách một\n"
        "\n4\n\n"
        "nội dung và báo cáo kết quả vào cuối mỗi tháng cho thường trực Hội đồng thi đua.\n"
    )
    whole, number = repairer.repair_text(text)
    assert number.dropped
    assert "một nội dung" in whole.proposal


# How sure ------------------------------------------------------------------------------------


def test_an_unsure_word_comes_with_what_else_it_may_be(repairer: Repairer) -> None:
    lines = [only(repairer, text) for text in ("ban", "can bo", "Da nang", "de nghi thu")]
    unsure = [line for line in lines if line.score < 0.9]
    assert unsure
    assert all(line.alternatives for line in unsure)
    assert all(other != line.proposal for line in unsure for other in line.alternatives)


def test_a_school_s_own_plans_teach_their_words() -> None:
    text = "Câu lạc bộ Rạng Ngời chăm vườn sứ"
    seen = "Câu lac bd Rang Ngdi cham vudn st"
    taught = Repairer(sentences([text] * 3))
    assert only(taught, seen).proposal == text
    assert only(Repairer(), seen).proposal != text


def test_a_sentence_that_the_school_has_written_is_offered() -> None:
    said = "Đội văn nghệ tập luyện vào chiều thứ năm hằng tuần tại nhà đa năng của trường."
    seen = "- Doi van nghé t4p luyén vao chiéu thit nam hang tuan tai nha da nang cua tnrong."
    line = only(Repairer(known=[said]), seen)
    assert "- " + said in (line.proposal, *line.alternatives)
    assert "- " + said not in only(Repairer(), seen).alternatives


def test_a_long_text_can_be_stopped(repairer: Repairer) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        repairer.repair_text("Phat d6ng phong trao thi dua", stop)

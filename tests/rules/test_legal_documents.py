"""The catalogue of legal documents: validity, citation, and finding them in a text."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.errors import InputError
from tdkt_desktop.rules.legal_documents import (
    Catalogue,
    LegalDocument,
    Validity,
    citation,
    documents_in_force,
    find_by_id,
    find_by_number,
    find_cited,
    load_catalogue,
)

if TYPE_CHECKING:
    from pathlib import Path


SHIPPED = load_catalogue()


@pytest.fixture
def catalogue() -> Catalogue:
    return SHIPPED


def known(catalogue: Catalogue, name: str) -> LegalDocument:
    document = find_by_id(catalogue, name)
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("name", "day", "state"),
    [
        ("LUAT_06_2022", date(2023, 12, 31), Validity.NOT_YET),
        ("LUAT_06_2022", date(2024, 1, 1), Validity.IN_FORCE),
        ("LUAT_15_2003", date(2023, 12, 31), Validity.IN_FORCE),
        ("LUAT_15_2003", date(2024, 1, 1), Validity.EXPIRED),
        ("ND_98_2023", date(2025, 7, 1), Validity.EXPIRED),
        ("ND_152_2025", date(2025, 7, 1), Validity.IN_FORCE),
        ("ND_152_2025", date(2027, 3, 2), Validity.EXPIRED),
        ("TT_29_2023_BGDDT", date(2026, 4, 1), Validity.IN_FORCE),
        ("TT_07_2026_BGDDT", date(2026, 4, 1), Validity.NOT_YET),
        ("LUAT_06_2026", date(2026, 10, 1), Validity.IN_FORCE),
        ("ND_335_2025", date(2026, 1, 1), Validity.UNKNOWN),
        ("LUAT_47_2005", date(2010, 1, 1), Validity.UNKNOWN),
        ("LUAT_47_2005", date(2024, 1, 1), Validity.EXPIRED),
    ],
)
def test_a_document_has_its_validity_on_each_day(
    catalogue: Catalogue, name: str, day: date, state: Validity
) -> None:
    assert known(catalogue, name).state_on(day) is state
    assert known(catalogue, name).in_force(day) == (state is Validity.IN_FORCE)


def test_what_replaces_a_document_begins_the_day_after(catalogue: Catalogue) -> None:
    for old in catalogue:
        for name in filter(None, (old.replaced_by, *old.amended_by)):
            assert find_by_id(catalogue, name), (old.id, name)
        if old.replaced_by and old.effective_to:
            new = known(catalogue, old.replaced_by)
            assert new.effective_from == old.effective_to + timedelta(days=1), old.id


def test_marks_of_verification_are_kept(catalogue: Catalogue) -> None:
    assert {document.verification for document in catalogue} <= {
        "SOURCE", "SOURCE_SECONDHAND", "PARTIAL", "MEMORY",
    }  # fmt: skip
    for document in catalogue:
        assert document.verified == (document.verification == "SOURCE"), document.id
    assert known(catalogue, "LUAT_06_2026").verification == "SOURCE_SECONDHAND"
    assert known(catalogue, "ND_152_2025").needs_recheck(date(2026, 10, 1))
    assert not known(catalogue, "ND_152_2025").needs_recheck(date(2026, 9, 30))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("LUAT_06_2022", "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
        (
            "ND_30_2020",
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            "TT_28_2020_BGDDT",
            "Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ trưởng Bộ Giáo dục và "
            "Đào tạo ban hành Điều lệ Trường tiểu học",
        ),
        ("ND_335_2025", "Nghị định số 335/2025/NĐ-CP của Chính phủ"),
    ],
)
def test_a_citation_follows_the_decree(catalogue: Catalogue, name: str, written: str) -> None:
    assert citation(known(catalogue, name)) == written


def test_every_citation_leads_back_to_its_document(catalogue: Catalogue) -> None:
    for document in catalogue:
        assert document in find_cited(catalogue, f"Căn cứ {citation(document)};"), document.id


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;",
        "nghị định 152 / 2025 / NĐ - CP", "NĐ152/2025/NĐ–CP", "152/2025/ND-CP",
        "Nghị định số 152/2025/NÐ-CP",
        unicodedata.normalize("NFD", "số 152/2025/nđ-cp."),
    ],
)  # fmt: skip
def test_a_number_is_found_in_every_writing(catalogue: Catalogue, text: str) -> None:
    assert [document.id for document in find_by_number(catalogue, text)] == ["ND_152_2025"]


@pytest.mark.parametrize(
    "text", ["", "1152/2025/NĐ-CP", "52/2020/TT-BGDĐTX", "06/2022/QH15-A", "Nghị định số 152/2025"]
)
def test_a_number_inside_another_is_not_found(catalogue: Catalogue, text: str) -> None:
    assert find_by_number(catalogue, text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Luật Thi đua, khen thưởng ngày 15/6/2022;", ["LUAT_06_2022"]),
        ("Luật thi đua khen thưởng năm 2022", ["LUAT_06_2022"]),
        ("LUẬT THI ĐUA, KHEN THƯỞNG ngày 26 tháng 11 năm 2003", ["LUAT_15_2003"]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng "
            "ngày 16 tháng 11 năm 2013",
            ["LUAT_39_2013"],
        ),
        ("Luật Thi đua, khen thưởng", []),
        ("Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2022", []),
    ],
)
def test_a_law_is_found_by_its_name_and_date(
    catalogue: Catalogue, text: str, names: list[str]
) -> None:
    assert [document.id for document in find_cited(catalogue, text)] == names


def test_the_grounds_of_a_day_are_those_in_force(catalogue: Catalogue) -> None:
    names = {document.id for document in documents_in_force(catalogue, date(2026, 11, 21))}
    assert {"LUAT_06_2022", "LUAT_06_2026", "ND_152_2025", "TT_07_2026_BGDDT"} <= names
    assert not {"ND_98_2023", "TT_29_2023_BGDDT", "ND_335_2025"} & names


GOOD = 'id = "KH_1"\nkind = "Kế hoạch"\nverification = "SOURCE"\n'


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "documents.toml"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_school_may_keep_its_own_catalogue(tmp_path: Path, encoding: str) -> None:
    text = f'[[documents]]\n{GOOD}number = "05/KH-UBND"\nissued = 2026-01-05\nverified = true\n'
    (document,) = load_catalogue(written(tmp_path, unicodedata.normalize("NFD", text), encoding))
    assert citation(document) == "Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2026"
    assert document.verified


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("[[documents]\n", "documents.toml"),
        ('documents = ["a"]', "1"),
        ('[[documents]]\nid = "A"\n', "kind"),
        (f"[[documents]]\n{GOOD}soo = 1\n", "soo"),
        (f'[[documents]]\n{GOOD}issued = "2026-01-05"\n', "issued"),
        (f"[[documents]]\n{GOOD}issued = 2026-01-05T08:00:00\n", "issued"),
        (f"[[documents]]\n{GOOD}amended_by = [1]\n", "amended_by"),
        (f'[[documents]]\n{GOOD}verified = "true"\n', "verified"),
        (f"[[documents]]\n{GOOD}[[documents]]\n{GOOD}", "KH_1"),
    ],
)
def test_a_bad_catalogue_says_where(tmp_path: Path, text: str, quoted: str) -> None:
    with pytest.raises(InputError) as caught:
        load_catalogue(written(tmp_path, text))
    assert quoted in caught.value.message
    assert caught.value.hint


def test_a_catalogue_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load_catalogue(tmp_path / "missing.toml")
    with pytest.raises(InputError):
        load_catalogue(written(tmp_path, "Kế hoạch", "utf-16"))


@given(st.text())
def test_no_text_upsets_the_search(text: str) -> None:
    assert set(find_by_number(SHIPPED, text)) <= set(find_cited(SHIPPED, text))

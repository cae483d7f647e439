"""Writes a picture of every page, dialog and state worth seeing: `python3 dev.py screenshots`.

Each picture is one function below, taken in both themes over the sample school. Some are taken
again at 1.5 times the size, as on a laptop of 1366x768 at 150 %, and with the largest letters.
One that fails is told and does not keep the others away.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize

from tdkt_desktop.errors import UserError
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL, fill_with_sample
from tdkt_desktop.ui.dialogs.doubts_dialog import DoubtsDialog
from tdkt_desktop.ui.dialogs.first_start import FirstStart
from tdkt_desktop.ui.dialogs.help_dialog import HelpDialog
from tdkt_desktop.ui.dialogs.notices_dialog import NoticesDialog
from tdkt_desktop.ui.dialogs.template_dialog import TemplateDialog
from tdkt_desktop.ui.editors.columns_dialog import ColumnsDialog
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.pages.settings.page import SECTIONS
from tdkt_desktop.ui.pages.work.head import WorkView
from tdkt_desktop.ui.pictures import SCREEN, Studio
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, POINT_SIZES, ThemeChoice
from tdkt_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from tdkt_desktop.ui.page import Page
    from tdkt_desktop.ui.pages.awards.page import AwardsPage
    from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage
    from tdkt_desktop.ui.pages.work.page import WorkPage

LAPTOP_AT_150 = QSize(911, 500)
SOURCE = """TRƯỜNG TIỂU HỌC BẾN HẠC
Số: 05/KH-THBH
KẾ HOẠCH
Công tác thi đua năm 2025
I. MỤC ĐÍCH
1. Phát hiện điển hình tiên tiến.
2. Nhân rộng gương người tốt, việc tốt.
III. TỔ CHỨC THỰC HIỆN
- Các tổ chuyên môn đăng ký trước ngày 31/02/2025.
+ Tổ Văn phòng tổng hợp.
HIỆU TRƯỞNG
Lý Thu Ngân
"""


@dataclass
class Stage:
    """What a picture is taken with: the window, the sample's plans, and where pictures go."""

    studio: Studio
    folder: Path
    look: str
    draft: int = 0
    issued: int = 0

    def keep(self, name: str) -> Path:
        return self.studio.save(self._path(name))

    def keep_modal(self, name: str, act: Callable[[], object]) -> Path:
        return self.studio.save_modal(self._path(name), act)

    def keep_dialog(self, name: str, dialog: QDialog) -> Path:
        dialog.show()
        self.studio.settle()
        try:
            return self.studio.save(self._path(name), dialog)
        finally:
            dialog.done(0)
            dialog.deleteLater()

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}-{self.look}.png"

    def show_list(self) -> None:
        self.studio.window.show_page("plans")
        self.studio.assembly.plans.show_list()

    def editor(self, plan_id: int = 0) -> PlanEditorPage:
        self.studio.open_plan(plan_id or self.draft)
        return self.studio.assembly.plans.editor


Picture = "Callable[[Stage], object]"
FULL: dict[str, Picture] = {}
EMPTY: dict[str, Picture] = {}


def of_sample(take: Callable[[Stage], object]) -> Callable[[Stage], object]:
    """Mark a picture that is taken over the sample school."""
    FULL[take.__name__.replace("_", "-")] = take
    return take


def of_empty_store(take: Callable[[Stage], object]) -> Callable[[Stage], object]:
    """Mark a picture that is taken over a store with nothing in it."""
    EMPTY[take.__name__.replace("_", "-")] = take
    return take


# --- the list of plans -------------------------------------------------------------------------


@of_sample
def danh_sach(stage: Stage) -> None:
    stage.show_list()
    stage.keep("danh-sach")


@of_sample
def danh_sach_khong_thay(stage: Stage) -> None:
    stage.show_list()
    listed = stage.studio.assembly.plans.list
    listed.filter.setText("không có kế hoạch nào như vậy")
    stage.keep("danh-sach-khong-thay")
    listed.filter.clear()


@of_sample
def tim_nhanh(stage: Stage) -> None:
    stage.show_list()
    field = stage.studio.window.top_bar.search
    field.setFocus()
    field.setText("ke hoach")
    stage.studio.assembly.finder.search()
    stage.keep("tim-nhanh")
    stage.studio.save(stage._path("tim-nhanh-ket-qua"), stage.studio.assembly.finder._popup)
    field.clear()
    stage.studio.assembly.finder.search()


@of_empty_store
def danh_sach_trong(stage: Stage) -> None:
    stage.show_list()
    stage.keep("danh-sach-trong")


# --- the editor --------------------------------------------------------------------------------


@of_sample
def soan_thao(stage: Stage) -> None:
    stage.editor()
    stage.keep("soan-thao")


@of_sample
def soan_thao_tim(stage: Stage) -> None:
    stage.editor().commands["replace"].trigger()
    stage.keep("soan-thao-tim")
    stage.studio.assembly.plans.editor.find_bar.hide()


@of_sample
def soan_thao_dieu_khoan(stage: Stage) -> None:
    stage.editor().open_clauses()
    stage.keep("soan-thao-dieu-khoan")


@of_sample
def soan_thao_ngay_ky_niem(stage: Stage) -> None:
    stage.editor().open_anniversaries()
    stage.keep("soan-thao-ngay-ky-niem")


@of_sample
def soan_thao_phan(stage: Stage) -> None:
    editor = stage.editor()
    for key in ("header", "grounds", "recipients", "sign"):
        editor.show_part(key)
        stage.keep(f"soan-thao-{key}")


@of_sample
def phu_luc(stage: Stage) -> None:
    stage.editor().show_part("annex", 0)
    stage.keep("phu-luc")


@of_sample
def phu_luc_cot(stage: Stage) -> None:
    editor = stage.editor()
    table = editor.document().annexes[0].blocks[0]
    stage.keep_dialog("phu-luc-cot", ColumnsDialog(table, editor))


@of_sample
def soan_thao_da_ban_hanh(stage: Stage) -> None:
    stage.editor(stage.issued)
    stage.keep("soan-thao-da-ban-hanh")


# --- dialogs over the plans --------------------------------------------------------------------


@of_sample
def hop_thoai_ke_hoach(stage: Stage) -> None:
    stage.show_list()
    plans = stage.studio.assembly.plans
    acts = {
        "ke-hoach-moi": plans.new_from_template,
        "ke-hoach-tu-nam-truoc": plans.new_from_last_year,
        "ban-hanh": partial(plans.acts.issue, stage.draft),
        "sua-doi": partial(plans.acts.revise, stage.issued),
        "cac-ban": partial(plans.acts.show_versions, stage.issued),
        "so-van-ban": plans.acts.show_register,
    }
    for name, act in acts.items():
        stage.keep_modal(name, act)


@of_sample
def thung_rac(stage: Stage) -> None:
    stage.show_list()
    acts, context = stage.studio.assembly.plans.acts, stage.studio.context
    copy = context.plans.duplicate(stage.draft)
    acts.throw_away([context.plans.plan(copy).summary])
    stage.keep("da-xoa")
    stage.keep_modal("thung-rac", acts.show_bin)


@of_empty_store
def thung_rac_trong(stage: Stage) -> None:
    stage.keep_modal("thung-rac-trong", stage.studio.assembly.plans.acts.show_bin)


@of_sample
def doc_tep(stage: Stage) -> None:
    stage.show_list()
    source = stage.folder / "ke-hoach-cu.txt"
    source.write_text(SOURCE, "utf-8")
    stage.keep_modal("doc-tep", lambda: stage.studio.assembly.plans.importer.read(source))
    source.unlink()


@of_sample
def doc_tep_loi(stage: Stage) -> None:
    source = stage.folder / "hong.docx"
    source.write_bytes(b"PK\x03\x04 khong phai tep Word")
    stage.keep_modal("doc-tep-loi", lambda: stage.studio.assembly.plans.importer.read(source))
    source.unlink()


@of_sample
def viec_con_lai(stage: Stage) -> None:
    doubts = [
        "Chỗ trống “…” ở mục II.2 chưa điền.",
        "Căn cứ số 3 đã hết hiệu lực từ ngày 01/7/2025; văn bản thay thế đã có trong danh mục.",
        "Ngày 31/02/2026 không có thật.",
    ]
    stage.keep_dialog("viec-con-lai", DoubtsDialog(doubts, stage.studio.window))


# --- settings, first start, help ---------------------------------------------------------------


@of_sample
def cai_dat(stage: Stage) -> None:
    stage.studio.window.show_page("settings")
    for section in SECTIONS:
        stage.studio.assembly.settings.show_section(section.KEY)
        stage.studio.settle()
        stage.keep(f"cai-dat-{section.KEY}")


@of_sample
def sua_mau(stage: Stage) -> None:
    desk = stage.studio.assembly.desk
    dialog = TemplateDialog(
        desk, desk.context.templates.template("th-nam-hoc"), stage.studio.window
    )
    dialog.show()
    for part, number in (("text", -1), ("header", -1), ("grounds", -1), ("annex", 0)):
        dialog.parts.parts.show_part(part, number)
        stage.studio.save(stage._path(f"sua-mau-{part}"), dialog)
    dialog.done(0)
    dialog.deleteLater()


# --- the pages of the year ---------------------------------------------------------------------

WHOLE_YEAR = 2025
"""The year of the sample school that has gone from registration to decisions."""


def page_of(stage: Stage, key: str, year: int = 0) -> Page:
    """Bring a page to the front and let it read what it shows."""
    stage.studio.window.top_bar.year_chosen.emit(year)
    stage.studio.window.show_page(key)
    stage.studio.settle()
    return stage.studio.window.current_page


@of_sample
def trang(stage: Stage) -> None:
    for key in ("overview", "people", "councils", "initiatives", "papers", "statistics"):
        page_of(stage, key, WHOLE_YEAR if key == "statistics" else 0)
        stage.keep(f"trang-{key}")


@of_sample
def tien_do(stage: Stage) -> None:
    page = page_of(stage, "work")
    for view in WorkView:
        cast("WorkPage", page).head.view_chosen.emit(view.value)
        stage.studio.settle()
        stage.keep(f"tien-do-{view.value}")


@of_sample
def thi_dua(stage: Stage) -> None:
    page = cast("AwardsPage", page_of(stage, "awards", WHOLE_YEAR))
    for key in page.part_keys():
        page.show_part(key)
        stage.studio.settle()
        stage.keep(f"thi-dua-{key}")


@of_empty_store
def trang_trong(stage: Stage) -> None:
    for key in stage.studio.window.page_keys():
        page_of(stage, key)
        stage.keep(f"trang-trong-{key}")


@of_empty_store
def bat_dau(stage: Stage) -> None:
    dialog = FirstStart(stage.studio.assembly.desk, stage.studio.window)
    for step in range(5):
        dialog.go_to(step)
        dialog.show()
        stage.studio.settle()
        stage.studio.save(stage._path(f"bat-dau-{step + 1}"), dialog)
    dialog.done(0)
    dialog.deleteLater()


@of_sample
def huong_dan(stage: Stage) -> None:
    for page in stage.studio.window.page_keys():
        stage.keep_dialog(f"huong-dan-{page}", HelpDialog(page, stage.studio.window))


@of_sample
def ben_thu_ba(stage: Stage) -> None:
    dialog = NoticesDialog(stage.studio.assembly.desk, stage.studio.window)
    stage.keep_dialog("ben-thu-ba", dialog)


# --- what is told ------------------------------------------------------------------------------


@of_sample
def thong_bao(stage: Stage) -> None:
    stage.show_list()
    feedback = stage.studio.window.feedback
    error = UserError(
        "Tệp “Kế hoạch năm học 2026 - 2027.docx” đang mở trong Word.",
        "Đóng tệp hoặc lưu với tên khác.",
    )
    question = Question("Xoá hẳn 2 kế hoạch?", "Không lấy lại được nữa.", "Xoá hẳn", "", True)
    stage.keep_modal("loi", lambda: feedback.error(error))
    stage.keep_modal("cau-hoi", lambda: feedback.ask(question))
    stage.keep_modal(
        "chon-cach", lambda: feedback.pick("Tệp đã có.", "", ["Lưu tên khác", "Ghi đè"])
    )
    stage.keep_modal("bao-loi", lambda: stage.studio.assembly.tell_crash("TDKT Desktop 0.1.0\n"))
    feedback.note("Đã xuất Kế hoạch năm học 2026 - 2027.docx.", "Mở thư mục", lambda: None)
    stage.keep("ghi-chu")


# --- taking them -------------------------------------------------------------------------------


def take(stage: Stage, pictures: dict[str, Picture]) -> list[str]:
    """Take pictures one after the other; return the names of those that failed."""
    failed = []
    for name, picture in pictures.items():
        for note in stage.studio.window.findChildren(Toast):
            note.hide()
        try:
            picture(stage)
        except Exception:  # noqa: BLE001 - the others are still wanted
            traceback.print_exc()
            failed.append(f"{name} ({stage.look})")
    return failed


def take_all(
    folder: Path, look: str, choice: ThemeChoice, points: float, size: QSize, *, few: bool = False
) -> list[str]:
    """Take the pictures of one look, over stores that are made for them."""
    with tempfile.TemporaryDirectory() as made:
        sample, empty = Path(made, "mau"), Path(made, "trong")
        with AppContext.open(sample) as context:
            fill_with_sample(context)
            plans = context.plans.plans()
            draft = next(plan.id for plan in plans if not plan.is_locked)
            issued = next(plan.id for plan in plans if plan.is_locked)
        with AppContext.open(empty) as context:
            context.school.save(SAMPLE_SCHOOL)
        chosen = ("danh-sach", "soan-thao", "phu-luc", "cai-dat", "trang", "tien-do")
        wanted = {name: FULL[name] for name in chosen if name in FULL}
        with Studio(sample, choice, points, size) as studio:
            stage = Stage(studio, folder, look, draft, issued)
            failed = take(stage, wanted if few else FULL)
        if not few:
            with Studio(empty, choice, points, size) as studio:
                failed += take(Stage(studio, folder, look), EMPTY)
    return failed


def pretend_screen(folder: Path) -> None:
    """Let dialogs find the screen of an office computer; the one that Qt makes up is narrower."""
    if sys.platform != "linux":
        return
    screen = {"name": "office", "x": 0, "y": 0, "width": SCREEN.width(), "height": SCREEN.height()}
    sizes = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [screen | sizes]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"


def main(folder: Path, scaled: bool) -> int:
    """Take everything; return how many pictures failed."""
    folder.mkdir(parents=True, exist_ok=True)
    pretend_screen(folder)
    if scaled:
        failed = take_all(
            folder, "1.5x", ThemeChoice.LIGHT, DEFAULT_POINT_SIZE, LAPTOP_AT_150, few=True
        )
    else:
        failed = take_all(folder, "sang", ThemeChoice.LIGHT, DEFAULT_POINT_SIZE, SCREEN)
        failed += take_all(folder, "toi", ThemeChoice.DARK, DEFAULT_POINT_SIZE, SCREEN)
        failed += take_all(folder, "chu-to", ThemeChoice.LIGHT, POINT_SIZES[-1], SCREEN, few=True)
    for name in failed:
        sys.stderr.write(f"failed: {name}\n")
    return len(failed)


def take_scaled(folder: Path) -> int:
    """Take some pictures at 1.5 times the size: the scale is set before Qt starts."""
    command = [sys.executable, __file__, str(folder), "--scaled"]
    return subprocess.run(command, env=os.environ | {"QT_SCALE_FACTOR": "1.5"}).returncode


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if "--scaled" in sys.argv:
        sys.exit(main(target, scaled=True))
    shutil.rmtree(target, ignore_errors=True)
    missing = main(target, scaled=False) + take_scaled(target)
    sys.stdout.write(f"{len(list(target.glob('*.png')))} pictures in {target}\n")
    sys.exit(bool(missing))

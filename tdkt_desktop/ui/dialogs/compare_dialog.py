"""Two plans side by side: this year's and last year's, a draft and its issue, ours and above's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.comparing import KIND_NAMES, ChangeKind, counts_in_words, plan_name
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.dialogs.compare_delegate import CompareDelegate
from tdkt_desktop.ui.dialogs.compare_model import ALL, CHANGED_ONLY, CompareModel
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.widgets.form import Field, text_label
from tdkt_desktop.ui.widgets.wrapped_table import WrappedTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.errors import UserError
    from tdkt_desktop.services.comparing import Compared, Comparison
    from tdkt_desktop.ui.desk import Desk

_FILE: Final = "file"
_FILTER: Final = N_("Kế hoạch (*.docx *.pdf *.txt *.md);;Mọi tệp (*)")


class CompareDialog(ActDialog):
    """The older text at the left; F8 goes to the next change.

    `adopt` is called with the left side when its tasks are wanted for our annex.
    """

    def __init__(
        self,
        desk: Desk,
        plan_id: int,
        *,
        adopt: Callable[[Compared], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Đối chiếu kế hoạch"), _("Xuất bản đánh dấu"), parent, leave=_("Đóng"))
        self._desk, self._plan_id = desk, plan_id
        self._service = desk.context.comparing
        self._exporter = Exporter(desk, self)
        self._comparison: Comparison | None = None
        self.old, self.new = QComboBox(), QComboBox()
        self.show_only = QComboBox()
        self.count = text_label("", "hint", wrap=True)
        self.model = CompareModel()
        self.view = WrappedTable(self.model, _("Hai văn bản cạnh nhau"), (0, 1, 1))
        self.view.setItemDelegate(CompareDelegate(desk.theme, self.view))
        self.adopt = QPushButton(_("Lấy nhiệm vụ vào phụ lục…"))
        self._fill()
        self._arrange()
        self._connect(adopt)
        self.compare()

    # --- making ---

    def _fill(self) -> None:
        plans = self._desk.context.plans.plans()
        origin = self._service.origin(self._plan_id)
        for combo, chosen in ((self.old, origin), (self.new, self._plan_id)):
            for plan in plans:
                combo.addItem(plan_name(plan), ("plan", plan.id))
                for version in self._service.versions(plan.id):
                    told = _("{plan}, bản đã ban hành lần {n}")
                    words = told.format(plan=plan_name(plan), n=version)
                    combo.addItem(words, ("version", plan.id, version))
            combo.addItem(_("Tệp khác…"), (_FILE,))
            combo.setCurrentIndex(max(self._place(combo, ("plan", chosen)), 0))
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(24)

    @staticmethod
    def _place(combo: QComboBox, wanted: tuple[Any, ...]) -> int:
        places = (n for n in range(combo.count()) if tuple(combo.itemData(n)) == wanted)
        return next(places, -1)

    def _arrange(self) -> None:
        self.body.setSpacing(10)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(Field(_("Bản gốc"), self.old), 1)
        sides.addWidget(Field(_("Bản mới"), self.new), 1)
        self.body.addLayout(sides)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.show_only.addItem(_("Cả hai văn bản"), ALL)
        self.show_only.addItem(_("Chỉ chỗ khác nhau"), CHANGED_ONLY)
        for kind in (ChangeKind.CHANGED, ChangeKind.NEW, ChangeKind.GONE, ChangeKind.MOVED):
            self.show_only.addItem(_(KIND_NAMES[kind]), kind.value)
        self.show_only.setAccessibleName(_("Hiện"))
        row.addWidget(self.show_only)
        row.addWidget(self.count, 1)
        row.addWidget(self._tool(_("Chỗ khác trước (Shift+F8)"), "chevron-up", -1))
        row.addWidget(self._tool(_("Chỗ khác kế tiếp (F8)"), "chevron-down", 1))
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)
        self.adopt.setAutoDefault(False)
        self.add_at_foot(self.adopt)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1366, 768)
        self.resize(min(room.width() - 40, 1300), min(room.height() - 30, 860))

    def _tool(self, words: str, glyph: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tool")
        button.setIcon(self._desk.theme.icon(glyph))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: self.next_changed(step))
        return button

    def _connect(self, adopt: Callable[[Compared], object] | None) -> None:
        for combo in (self.old, self.new):
            combo.activated.connect(lambda _index, one=combo: self._chosen(one))
        self.show_only.currentIndexChanged.connect(lambda _index: self._filter())
        self.act.clicked.disconnect()
        self.act.clicked.connect(self.export)
        self.adopt.setVisible(adopt is not None)
        if adopt is not None:
            self.adopt.clicked.connect(lambda: self._adopt(adopt))

    # --- comparing ---

    def _chosen(self, combo: QComboBox) -> None:
        """Ask for a file where that was chosen, then compare."""
        if next(iter(combo.currentData())) != _FILE:
            self.compare()
            return
        folder = self._desk.preferences.current.import_folder
        path = self._desk.chooser.open_file(self, _("Chọn tệp để đối chiếu"), folder, _(_FILTER))
        if path is None:
            combo.setCurrentIndex(self._place(combo, ("plan", self._plan_id)))
            return
        combo.insertItem(0, path.name, ("path", str(path)))
        combo.setCurrentIndex(0)
        self.compare()

    def compare(self) -> None:
        """Read both sides beside the window and show them."""
        wanted = tuple(self.old.currentData()), tuple(self.new.currentData())

        def job(_progress: object) -> Comparison:
            return self._service.compare(self._side(wanted[0]), self._side(wanted[1]))

        self._desk.tasks.run(self, job, self._show, self._tell, _("Đang đối chiếu…"))

    def _side(self, wanted: tuple[Any, ...]) -> Compared:
        from pathlib import Path

        if wanted[0] == "plan":
            return self._service.plan(wanted[1])
        if wanted[0] == "version":
            return self._service.version(wanted[1], wanted[2])
        return self._service.file(Path(wanted[1]))

    def _show(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self.model.put(comparison.rows)
        self.count.setText(counts_in_words(comparison))
        self.adopt.setEnabled(bool(comparison.old.document.annexes))
        self.view.go_to(self.model.next_changed(-1, 1) or 0)
        self.view.setFocus()

    def _tell(self, error: UserError) -> None:
        self._desk.feedback.error(error, self)

    # --- acts ---

    def next_changed(self, step: int) -> None:
        """Go to the next or the previous change."""
        row = self.model.next_changed(self.view.row, step)
        if row is not None:
            self.view.go_to(row)

    def export(self) -> None:
        """Write the marked text to a Word file."""
        comparison = self._comparison
        if comparison is None:
            return

        def write(target: Path, overwrite: bool) -> Path:
            return self._service.export(comparison, target, overwrite=overwrite)

        kind = _("Tệp Word (*.docx)")
        self._exporter.export_made("Doi chieu.docx", _("Xuất bản đánh dấu"), kind, write)

    def _adopt(self, adopt: Callable[[Compared], object]) -> None:
        if self._comparison is not None:
            adopt(self._comparison.old)
            self.compare()

    def _filter(self) -> None:
        self.model.show(str(self.show_only.currentData()))
        self.view.go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.next_changed(-1 if back else 1)
            return
        super().keyPressEvent(event)

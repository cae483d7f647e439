"""Use cases about a dossier as files: one folder and one .zip, numbered, with a contents page."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.contents_page import ContentsLine, contents_page
from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.errors import InputError, system_words
from tdkt_desktop.exports.file_names import free_path, safe_stem
from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_papers import CHECK_SHEET, SUBMISSION, SUMMARY
from tdkt_desktop.services.dossier_slot_finding import period_of
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.services.school_profile import letterhead_of, signature_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tdkt_desktop.services.dossier_slot_finding import SlotView
    from tdkt_desktop.services.dossier_slots import DossierSlotService
    from tdkt_desktop.services.dossier_views import DossierView
    from tdkt_desktop.services.files import FileService
    from tdkt_desktop.services.papers import PaperService
    from tdkt_desktop.services.school import SchoolService

_BOTH: Final = (FileKind.WORD, FileKind.PDF)
_ALWAYS: Final = ((SUMMARY, "Bảng tổng hợp"), (CHECK_SHEET, "Phiếu đối chiếu điều kiện"))
_NAME_LENGTH: Final = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A paper of a dossier on its way out: a document to be made, or the path of a kept file."""

    name: str
    whose: str = ""
    make: Callable[[], OfficialDocument] | None = None
    kept: Path | None = None
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """Where a dossier was written."""

    folder: Path
    archive: Path
    files: int


class DossierFiles:
    """Writes dossiers; nothing half done is left when it is stopped."""

    def __init__(
        self,
        slots: DossierSlotService,
        papers: PaperService,
        files: FileService,
        school: SchoolService,
    ) -> None:
        self._slots, self._papers, self._files, self._school = slots, papers, files, school

    def parts(self, view: DossierView, day: date) -> tuple[Part, ...]:
        """Return all papers of a dossier in the order in which they are laid together.

        A paper that nobody has written yet will be made, without storing it.
        """
        found: list[Part] = []
        for slot in self._slots.slots(view):
            found += self._of_slot(view, slot, day)
            if slot.kind == SUBMISSION:
                found += [
                    Part(name, make=self._maker(view, kind, str(view.id), day))
                    for kind, name in _ALWAYS
                ]
        return tuple(found)

    def export(
        self,
        view: DossierView,
        target: Path,
        day: date,
        step: Callable[[int, int], object],
        kinds: Sequence[FileKind] = _BOTH,
    ) -> Exported:
        """Write a dossier into a new folder under `target`, and the same as one .zip beside it.

        `step` is told how many of how many papers are done; an exception out of it stops the work.
        Raises InputError where the place cannot be written.
        """
        if not target.is_dir():
            raise InputError(
                _("Không có thư mục {path}.").format(path=target), _("Xin chọn thư mục khác.")
            )
        parts = self.parts(view, day)
        stem = safe_stem(f"{view.form.name} {view.year}", "ho-so")[:_NAME_LENGTH].rstrip("-")
        try:
            workshop = Path(mkdtemp(prefix=".tdkt-", dir=target))
        except OSError as error:
            raise _unwritable(target, error) from None
        try:
            return self._write(view, parts, workshop, target, stem, day, step, kinds)
        except OSError as error:
            raise _unwritable(target, error) from None
        finally:
            shutil.rmtree(workshop, ignore_errors=True)

    # --- inside ---

    def _write(
        self,
        view: DossierView,
        parts: Sequence[Part],
        workshop: Path,
        target: Path,
        stem: str,
        day: date,
        step: Callable[[int, int], object],
        kinds: Sequence[FileKind],
    ) -> Exported:
        folder = workshop / "ho-so"
        folder.mkdir()
        lines = []
        for number, part in enumerate(parts, start=1):
            step(number - 1, len(parts) + 1)
            name = _file_stem(number, part)
            written_as = self._write_part(part, folder, name, kinds)
            lines.append(ContentsLine(part.name, part.whose, written_as, name))
        step(len(parts), len(parts) + 1)
        for kind in kinds:
            self._files.export(self._contents(view, lines, day), folder / f"00_muc-luc{kind.value}")
        written = sorted(folder.iterdir())
        packed = workshop / "ho-so.zip"
        _pack(written, packed, stem)
        place = free_path(target / stem)
        archive = free_path(target / f"{stem}.zip")
        folder.rename(place)
        packed.rename(archive)
        return Exported(place, archive, len(written))

    def _write_part(self, part: Part, folder: Path, name: str, kinds: Sequence[FileKind]) -> str:
        """Write a paper and return its number and symbol, empty for one without."""
        if part.kept is not None:
            shutil.copyfile(part.kept, folder / f"{name}{Path(part.file_name).suffix.lower()}")
        if part.make is None:
            return ""
        document = part.make()
        for kind in kinds:
            self._files.export(document, folder / f"{name}{kind.value}")
        number = document.number
        return f"{number.value}/{number.symbol}" if number.value else ""

    def _of_slot(self, view: DossierView, slot: SlotView, day: date) -> Iterator[Part]:
        whose = slot.entry.who if slot.entry else ""
        if slot.file_sha256:
            kept = self._slots.file_of(slot)
            yield Part(slot.name, whose, kept=kept, file_name=slot.file_name)
        elif slot.paper_ids:
            for paper_id in slot.paper_ids:
                yield Part(slot.name, whose, partial(self._stored, paper_id))
        elif slot.missing and slot.writable:
            yield Part(slot.name, whose, self._maker(view, slot.kind, slot.about, day))

    def _stored(self, paper_id: int) -> OfficialDocument:
        return self._papers.paper(paper_id).document

    def _maker(
        self, view: DossierView, kind: str, about: str, day: date
    ) -> Callable[[], OfficialDocument]:
        return partial(self._papers.document_for, kind, period_of(view), about, day)

    def _contents(
        self, view: DossierView, lines: Sequence[ContentsLine], day: date
    ) -> OfficialDocument:
        profile = self._school.profile()
        return contents_page(
            view.form.name,
            lines,
            letterhead_of(profile),
            profile.place,
            day.year,
            signature_of(profile),
        )


def _file_stem(number: int, part: Part) -> str:
    words = " ".join(word for word in (part.name, part.whose) if word)
    return f"{number:02d}_{safe_stem(words)[:_NAME_LENGTH].rstrip('-')}"


def _pack(files: Sequence[Path], packed: Path, stem: str) -> None:
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, f"{stem}/{path.name}")


def _unwritable(target: Path, error: OSError) -> InputError:
    return InputError(
        _("Không ghi được vào thư mục {path}: {reason}.").format(
            path=target, reason=system_words(error)
        ),
        _("Xin chọn thư mục khác, hoặc xem ổ đĩa còn chỗ trống không."),
    )

"""Use cases about many documents at once: into one file, or each into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, overload

from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.errors import InputError
from tdkt_desktop.exports.file_names import free_path
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tdkt_desktop.services.files import FileKind, FileService
    from tdkt_desktop.services.papers import PaperService
    from tdkt_desktop.services.period import PlanPeriod

Step = Callable[[int, int], object]
"""Is told how many of how many are done; an exception out of it stops the work."""


class PaperFiles:
    """Writes several documents; nothing half done is left when it is stopped."""

    def __init__(self, papers: PaperService, files: FileService) -> None:
        self._papers, self._files = papers, files

    def sheets(
        self, period: PlanPeriod, target: Path, day: date, step: Step, *, overwrite: bool = False
    ) -> Path:
        """Write the task sheets of all people into one .docx or .pdf file.

        Raises InputError where there is nobody.
        """
        documents = self._papers.sheets(period, day)
        if not documents:
            raise InputError(
                _("Chưa có ai trong danh sách nhân sự để lập phiếu giao việc."),
                _("Xin nhập nhân sự trước."),
            )
        told = _Told(documents, step)
        return self._files.export_several(told, target, overwrite=overwrite)

    def together(
        self, paper_ids: Sequence[int], target: Path, step: Step, *, overwrite: bool = False
    ) -> Path:
        """Write stored documents one after the other into one .docx or .pdf file."""
        documents = [self._papers.paper(one).document for one in paper_ids]
        path = self._files.export_several(_Told(documents, step), target, overwrite=overwrite)
        self._papers.note_exported(paper_ids)
        return path

    def into_folder(
        self, paper_ids: Sequence[int], folder: Path, kind: FileKind, step: Step
    ) -> tuple[Path, ...]:
        """Write each stored document to a file of its own, beside what is there already."""
        written = []
        for number, one in enumerate(paper_ids):
            step(number, len(paper_ids))
            document = self._papers.paper(one).document
            target = folder / self._files.proposed_name(document, kind)
            written.append(self._files.export(document, free_path(target)))
        self._papers.note_exported(paper_ids)
        return tuple(written)


class _Told(Sequence[OfficialDocument]):
    """Documents that tell how far a writer has come with them."""

    def __init__(self, documents: Sequence[OfficialDocument], step: Step) -> None:
        self._documents, self._step = documents, step

    def __len__(self) -> int:
        return len(self._documents)

    @overload
    def __getitem__(self, index: int) -> OfficialDocument: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[OfficialDocument]: ...

    def __getitem__(self, index: int | slice) -> OfficialDocument | Sequence[OfficialDocument]:
        return self._documents[index]

    def __iter__(self) -> Iterator[OfficialDocument]:
        for number, document in enumerate(self._documents):
            self._step(number, len(self._documents))
            yield document

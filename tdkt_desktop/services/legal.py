"""Use cases about legal documents: the shipped catalogue under the school's own edits."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import Select, select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.library import LegalDocumentEdit
from tdkt_desktop.rules.legal_documents import (
    LegalDocument,
    Validity,
    citation,
    find_by_id,
    find_cited,
    load_catalogue,
)
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

__all__ = [
    "VALIDITY_NAMES",
    "LegalDocument",
    "LegalEntry",
    "LegalService",
    "Validity",
    "citation",
    "new_identifier",
]

OWN_MARK = "SCHOOL"
VALIDITY_NAMES = {
    Validity.IN_FORCE: N_("Còn hiệu lực"),
    Validity.NOT_YET: N_("Chưa có hiệu lực"),
    Validity.EXPIRED: N_("Hết hiệu lực"),
    Validity.UNKNOWN: N_("Chưa rõ hiệu lực"),
}


@dataclass(frozen=True, slots=True)
class LegalEntry:
    """A legal document as the school sees it: what is shipped, under what the school says."""

    document: LegalDocument
    own: bool = False
    edited: bool = False
    hidden: bool = False
    school_note: str = ""

    @property
    def ground(self) -> str:
        """How a document cites it as a ground (L41), without an end mark."""
        return f"Căn cứ {citation(self.document)}"


class LegalService:
    """Answers which documents there are and what they are worth on a day."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, *, with_hidden: bool = False) -> tuple[LegalEntry, ...]:
        """Return the catalogue as the school has it, shipped documents first."""
        with self._store.read() as session:
            edits = {edit.key: edit for edit in session.scalars(_living())}
        shipped = [_edited(one, edits.pop(one.id, None)) for one in load_catalogue()]
        own = [_own(edit) for edit in edits.values() if edit.own]
        return tuple(one for one in (*shipped, *own) if with_hidden or not one.hidden)

    def find(self, words: str) -> tuple[LegalEntry, ...]:
        """Return the documents whose name or number holds all the words, diacritics aside."""
        wanted = fold(words).split()
        return tuple(one for one in self.entries() if _holds(one, wanted))

    def ground(self, identifier: str) -> str | None:
        """Return how a document is cited as a ground, None where the id is not known."""
        known = {one.document.id: one for one in self.entries(with_hidden=True)}
        return known[identifier].ground if identifier in known else None

    def cited(self, ground: str) -> tuple[LegalDocument, ...]:
        """Return the documents of the catalogue that a ground names."""
        catalogue = tuple(one.document for one in self.entries(with_hidden=True))
        return find_cited(catalogue, ground)

    def doubts(self, grounds: Iterable[str], day: date) -> tuple[str, ...]:
        """Return a sentence for each cited document that is not surely in force on a day."""
        catalogue = tuple(one.document for one in self.entries(with_hidden=True))
        return tuple(
            sentence
            for ground in grounds
            for cited in find_cited(catalogue, ground)
            if (sentence := _doubt(cited, day, catalogue))
        )

    # --- the school's own edits ---

    def save(self, document: LegalDocument, note: str = "") -> Change:
        """Store what the school says about a document, or a document of its own."""
        if not document.kind.strip() or not (document.number.strip() or document.subject.strip()):
            raise InputError(
                _("Văn bản chưa có loại, số ký hiệu hoặc trích yếu."),
                _("Xin điền loại văn bản và ít nhất số ký hiệu hoặc trích yếu."),
            )
        shipped = find_by_id(load_catalogue(), document.id)
        with self._store.transaction(_("Sửa danh mục văn bản pháp luật")) as act:
            edit = _edit_for(act.session, document.id)
            edit.own = shipped is None
            edit.values = _differences(document, shipped)
            edit.note = note
        return act.change

    def hide(self, identifier: str, *, hidden: bool = True) -> Change:
        """Take a document off the lists, or put it back."""
        with self._store.transaction(_("Ẩn hiện văn bản pháp luật")) as act:
            _edit_for(act.session, identifier).hidden = hidden
        return act.change

    def restore_shipped(self, identifier: str) -> Change:
        """Forget what the school said about a document; one of its own goes altogether."""
        with self._store.transaction(_("Trả văn bản pháp luật về bản gốc")) as act:
            act.session.delete(_edit_for(act.session, identifier))
        return act.change


def new_identifier() -> str:
    """Return an id for a document of the school's own."""
    return f"TRUONG_{uuid4().hex[:10].upper()}"


def _living() -> Select[LegalDocumentEdit]:
    return select(LegalDocumentEdit).where(LegalDocumentEdit.deleted_at.is_(None))


def _edit_for(session: Session, identifier: str) -> LegalDocumentEdit:
    query = select(LegalDocumentEdit).where(LegalDocumentEdit.key == identifier)
    edit = session.scalars(query).first()
    if edit is None:
        edit = LegalDocumentEdit(key=identifier, values={})
        session.add(edit)
    return edit


def _edited(shipped: LegalDocument, edit: LegalDocumentEdit | None) -> LegalEntry:
    if edit is None:
        return LegalEntry(shipped)
    document = replace(shipped, **_typed(edit.values))
    return LegalEntry(document, edited=bool(edit.values), hidden=edit.hidden, school_note=edit.note)


def _own(edit: LegalDocumentEdit) -> LegalEntry:
    values: dict[str, Any] = {"kind": "", "verification": OWN_MARK} | _typed(edit.values)
    document = LegalDocument(id=edit.key, **values)
    return LegalEntry(document, own=True, hidden=edit.hidden, school_note=edit.note)


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """Return stored JSON values as the fields of a document."""
    known = {item.name for item in fields(LegalDocument)} - {"id"}
    return {name: _value(name, value) for name, value in values.items() if name in known}


def _value(name: str, value: Any) -> Any:
    if name in ("issued", "effective_from", "effective_to", "recheck_from"):
        return date.fromisoformat(value) if value else None
    return tuple(value) if isinstance(value, list) else value


def _differences(document: LegalDocument, shipped: LegalDocument | None) -> dict[str, Any]:
    """Return only what the school says otherwise, so that updates reach everything else."""
    base = asdict(shipped) if shipped is not None else {}
    return {
        name: _stored(value)
        for name, value in asdict(document).items()
        if name != "id" and (name not in base or base[name] != value)
    }


def _stored(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _holds(entry: LegalEntry, wanted: list[str]) -> bool:
    text = fold(f"{entry.document.kind} {entry.document.number} {entry.ground}")
    return all(word in text for word in wanted)


def _doubt(document: LegalDocument, day: date, catalogue: tuple[LegalDocument, ...]) -> str:
    """Return why a ground needs a second look on a day, empty when it does not."""
    name = citation(document)
    state = document.state_on(day)
    shown = f"{day:%d/%m/%Y}"
    if state is Validity.EXPIRED:
        successor = find_by_id(catalogue, document.replaced_by)
        ended = _("{name} đã hết hiệu lực vào ngày {day}.").format(name=name, day=shown)
        if successor is None:
            return ended
        return f"{ended} " + _("Văn bản thay thế: {name}.").format(name=citation(successor))
    if state is Validity.NOT_YET:
        return _("{name} chưa có hiệu lực vào ngày {day}.").format(name=name, day=shown)
    if not document.verified:
        return _("{name}: chưa kiểm chứng với văn bản gốc.").format(name=name)
    return ""

"""Use cases about the law's data: read it, and let the school edit, add and switch off rules.

What the school says lies in its own store and only ever covers single fields, so that an update of
the shipped data reaches all others and never overwrites what a school changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.law_edit import LawRuleEdit
from tdkt_desktop.rules import raw_law
from tdkt_desktop.rules.evaluator import Evaluator
from tdkt_desktop.rules.law_reader import book_of, shipped_book
from tdkt_desktop.rules.raw_law import LawEdit, edited_entries, section_of, shipped_entries
from tdkt_desktop.services.award_words import words_of
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.rules.law_book import LawBook
    from tdkt_desktop.services.award_words import AwardWord

_OFF: Final = "off"
_OWN_WORDS: Final = {
    "verified": True,
    "verification": "SCHOOL",
    "sources": [{"text": "Quy định riêng của nhà trường"}],
}


@dataclass(frozen=True, slots=True)
class LawEntry:
    """An entry of the law's data as the school sees it.

    `values` are those in use, `shipped` those of the program (None for the school's own entry).
    `award` and `award_name` are of the award whose entry, version or condition it is.
    """

    key: str
    values: Mapping[str, Any]
    shipped: Mapping[str, Any] | None
    changed: tuple[str, ...] = ()
    note: str = ""
    award: str = ""
    award_name: str = ""

    @property
    def section(self) -> str:
        """The section of the entry: award, version, condition, exclusion, cap and so on."""
        return self.key.partition(":")[0]

    @property
    def own(self) -> bool:
        """Whether the school added the entry."""
        return self.shipped is None

    @property
    def off(self) -> bool:
        """Whether the entry is switched off."""
        return bool(self.values.get(_OFF))

    @property
    def verified(self) -> bool:
        """Whether somebody has compared the entry with the text of the law."""
        return bool(self.values.get("verified"))

    @property
    def text(self) -> str:
        """What the entry says, or is called."""
        words = [self.values.get(name) for name in ("text", "name", "topic", "base")]
        if self.section == raw_law.VERSION:
            words = [f"{self.award_name} ({self.values.get('version')})"]
        if self.section == "salary":
            words = [f"{self.values.get('vnd'):,} đồng".replace(",", ".")]
        return str(next(filter(None, words), self.key))


class LawBookService:
    """Keeps the school's word on the law's data; each change is one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._evaluator: Evaluator | None = None
        self._words: tuple[AwardWord, ...] = ()
        store.on_change(self._forget)

    # --- asking ---

    def book(self) -> LawBook:
        """Return the law as the school has it."""
        return self.evaluator().book

    def evaluator(self) -> Evaluator:
        """Return what answers by the law as the school has it; the same until an edit changes."""
        if self._evaluator is None:
            self._evaluator = Evaluator(_book_under(self._edits()))
            self._words = words_of(self._evaluator.book)
        return self._evaluator

    def award_words(self) -> tuple[AwardWord, ...]:
        """Return what the awards are called, the school's own among them."""
        self.evaluator()
        return self._words

    def entries(self, section: str = "") -> tuple[LawEntry, ...]:
        """Return the entries of a section, or all, shipped ones first; also those switched off."""
        edits = {edit.key: edit for edit in self._edits()}
        shipped = shipped_entries()
        entries = edited_entries(shipped, edits.values())
        names = {
            code: str(values["name"]) for code, values in section_of(entries, raw_law.AWARD).items()
        }
        return tuple(
            _entry(key, values, shipped.get(key), edits.get(key), names)
            for key, values in entries.items()
            if not section or key.startswith(f"{section}:")
        )

    def entry(self, key: str) -> LawEntry:
        """Return one entry; raises InputError where there is none of that key."""
        for one in self.entries():
            if one.key == key:
                return one
        raise InputError(
            _("Không có quy định “{key}”.").format(key=key), _("Xin xem lại danh sách quy định.")
        )

    def unusable(self) -> tuple[str, ...]:
        """Return the keys of edits that no longer fit the shipped data, and so are not used."""
        edits = self._edits()
        used = _usable(edits)
        return tuple(edit.key for edit in edits if edit not in used)

    # --- the school's own word ---

    def edit(self, key: str, values: Mapping[str, Any], note: str = "") -> Change:
        """Store other values for some fields of an entry; raises InputError for what cannot be."""
        entry = self.entry(key)
        stored = {name: _stored(value) for name, value in values.items()}
        return self._save(_("Sửa quy định"), key, stored, note, own=entry.own)

    def add(
        self, section: str, values: Mapping[str, Any], *, parent: str = "", note: str = ""
    ) -> str:
        """Store an entry of the school's own and return its key.

        A condition's `parent` is its version, "CODE/2024"; a version's is its award. Raises
        InputError for what the rules do not understand.
        """
        name = str(values.get("code") or values.get("id") or f"TRUONG_{uuid4().hex[:8].upper()}")
        if section == raw_law.VERSION:
            name = str(values.get("version", name))
        key = f"{section}:{parent}/{name}" if parent else f"{section}:{name}"
        if any(one.key == key for one in self.entries()):
            raise InputError(
                _("Đã có quy định “{key}”.").format(key=key), _("Xin đặt mã khác, hoặc sửa mục đó.")
            )
        fields = _OWN_WORDS if section not in (raw_law.AWARD, "count") else {}
        if section == raw_law.CONDITION:
            fields = {**fields, "id": name}
        stored = {one: _stored(value) for one, value in {**fields, **values}.items()}
        self._save(_("Thêm quy định"), key, stored, note, own=True)
        return key

    def switch(self, key: str, *, on: bool, note: str = "") -> Change:
        """Switch an entry off, or on again."""
        entry = self.entry(key)
        label = _("Bật quy định") if on else _("Tắt quy định")
        return self._save(label, key, {_OFF: not on}, note or entry.note, own=entry.own)

    def restore_shipped(self, key: str) -> Change:
        """Forget what the school said about an entry; one of its own goes altogether."""
        with self._store.transaction(_("Trả quy định về bản gốc")) as act:
            row = _row(act.session, key)
            if row is not None:
                act.session.delete(row)
        return act.change

    def _save(
        self, label: str, key: str, values: Mapping[str, Any], note: str, *, own: bool
    ) -> Change:
        """Store an edit after looking whether the law can be read with it."""
        with self._store.transaction(label) as act:
            row = _row(act.session, key)
            if row is None:
                row = LawRuleEdit(key=key, own=own, values={})
                act.session.add(row)
            row.values = _without_shipped(key, {**row.values, **values})
            row.note = clean(note)
            act.session.flush()
            book_of(edited_entries(shipped_entries(), _read(act.session)))
        return act.change

    def _forget(self, change: Change) -> None:
        """Read the law anew when an edit of it has changed."""
        if LawRuleEdit.__tablename__ in change.touched:
            self._evaluator = None

    def _edits(self) -> tuple[LawEdit, ...]:
        with self._store.read() as session:
            return _read(session)


def _read(session: Session) -> tuple[LawEdit, ...]:
    query = select(LawRuleEdit).where(LawRuleEdit.deleted_at.is_(None)).order_by(LawRuleEdit.id)
    return tuple(
        LawEdit(row.key, dict(row.values), own=row.own, note=row.note)
        for row in session.scalars(query)
    )


def _row(session: Session, key: str) -> LawRuleEdit | None:
    return session.scalars(select(LawRuleEdit).where(LawRuleEdit.key == key)).first()


def _book_under(edits: Sequence[LawEdit]) -> LawBook:
    return book_of(edited_entries(shipped_entries(), _usable(edits))) if edits else shipped_book()


def _usable(edits: Sequence[LawEdit]) -> tuple[LawEdit, ...]:
    """Return the edits with which the law can be read: all, or those that do not break it.

    An update of the shipped data may have taken away what an edit speaks of.
    """
    if _readable(edits):
        return tuple(edits)
    used: tuple[LawEdit, ...] = ()
    for edit in edits:
        if _readable((*used, edit)):
            used = (*used, edit)
    return used


def _readable(edits: Sequence[LawEdit]) -> bool:
    try:
        book_of(edited_entries(shipped_entries(), edits))
    except InputError:
        return False
    return True


def _entry(
    key: str,
    values: Mapping[str, Any],
    shipped: Mapping[str, Any] | None,
    edit: LawEdit | None,
    names: Mapping[str, str],
) -> LawEntry:
    section, _mark, name = key.partition(":")
    own = section in (raw_law.AWARD, raw_law.VERSION, raw_law.CONDITION)
    award = name.partition("/")[0] if own else ""
    return LawEntry(
        key,
        values,
        shipped,
        changed=tuple(edit.values) if edit else (),
        note=edit.note if edit else "",
        award=award,
        award_name=names.get(award, ""),
    )


def _without_shipped(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return only what the school says otherwise than the shipped entry."""
    shipped = shipped_entries().get(key)
    if shipped is None:
        return dict(values)
    return {
        name: value
        for name, value in values.items()
        if value != _stored(shipped.get(name, False if name == _OFF else None))
    }


def _stored(value: Any) -> Any:
    """Return a value as JSON keeps it."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _stored(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_stored(one) for one in value]
    return value

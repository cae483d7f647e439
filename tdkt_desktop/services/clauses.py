"""Use cases about the clause library: the shipped clauses under the school's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.documents.clause_library import EVERY_LEVEL, LibraryClause, shipped_clauses
from tdkt_desktop.documents.mapping import map_block_texts
from tdkt_desktop.documents.markup import dump_blocks, parse_blocks
from tdkt_desktop.documents.placeholders import fill_text
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.library import SchoolClause
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store


@dataclass(frozen=True, slots=True)
class ClauseEntry:
    """A clause in the list: a shipped one, the school's edition of one, or the school's own."""

    clause: LibraryClause
    own: bool = False
    edited: bool = False
    hidden: bool = False


class ClauseService:
    """Finds and keeps clauses."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, *, with_hidden: bool = False) -> tuple[ClauseEntry, ...]:
        """Return the library as the school has it, the shipped clauses first."""
        query = select(SchoolClause).where(SchoolClause.deleted_at.is_(None))
        with self._store.read() as session:
            rows = {row.key: row for row in session.scalars(query)}
        listed = [_merged(clause, rows.pop(clause.key, None)) for clause in shipped_clauses()]
        listed += [ClauseEntry(_clause(row), own=True, hidden=row.hidden) for row in rows.values()]
        return tuple(entry for entry in listed if with_hidden or not entry.hidden)

    def headings(self) -> tuple[str, ...]:
        """Return the headings of the library, each once, in order."""
        return tuple(dict.fromkeys(entry.clause.heading for entry in self.entries()))

    def find(self, words: str, *, heading: str = "", level: str = "") -> tuple[ClauseEntry, ...]:
        """Return the clauses that speak of all the words, diacritics aside."""
        return tuple(
            entry
            for entry in self.entries()
            if (not heading or entry.clause.heading == heading)
            and (not level or entry.clause.suits(level))
            and entry.clause.speaks_of(words)
        )

    def save(self, clause: LibraryClause) -> Change:
        """Keep a clause; raises InputError for a text that cannot be understood."""
        if not clause.heading.strip() or not parse_blocks(clause.text, clause.key):
            raise InputError(
                _("Điều khoản chưa có đề mục hoặc lời văn."), _("Xin điền cả hai rồi lưu lại.")
            )
        with self._store.transaction(_("Lưu điều khoản mẫu")) as act:
            row = _row_for(act.session, clause.key)
            row.heading, row.text = clause.heading, clause.text
            row.levels, row.folded = list(clause.levels), fold(clause.text)
            row.based_on = clause.key if clause.key in _shipped_keys() else ""
        return act.change

    def save_blocks(self, key: str, heading: str, blocks: tuple[Block, ...]) -> Change:
        """Keep paragraphs of a plan as a clause for every level of school."""
        return self.save(LibraryClause(key, heading, (EVERY_LEVEL,), dump_blocks(blocks)))

    def hide(self, key: str, *, hidden: bool = True) -> Change:
        """Take a clause off the lists, or put it back."""
        with self._store.transaction(_("Ẩn hiện điều khoản mẫu")) as act:
            _row_for(act.session, key).hidden = hidden
        return act.change

    def restore_shipped(self, key: str) -> Change:
        """Forget the school's edition of a shipped clause; one of its own goes altogether."""
        with self._store.transaction(_("Trả điều khoản về bản gốc")) as act:
            act.session.delete(_row_for(act.session, key))
        return act.change


def blocks_of(clause: LibraryClause, values: Mapping[str, str]) -> tuple[Block, ...]:
    """Return a clause as blocks of the tree, its placeholders filled."""
    return map_block_texts(clause.blocks, lambda text: fill_text(text, values))


def _shipped_keys() -> set[str]:
    return {clause.key for clause in shipped_clauses()}


def _clause(row: SchoolClause) -> LibraryClause:
    return LibraryClause(row.key, row.heading, tuple(row.levels) or (EVERY_LEVEL,), row.text)


def _merged(shipped: LibraryClause, row: SchoolClause | None) -> ClauseEntry:
    if row is None:
        return ClauseEntry(shipped)
    if not row.text:
        return ClauseEntry(shipped, hidden=row.hidden)
    edition = replace(_clause(row), tags=shipped.tags)
    return ClauseEntry(edition, edited=True, hidden=row.hidden)


def _row_for(session: Session, key: str) -> SchoolClause:
    row = session.scalars(select(SchoolClause).where(SchoolClause.key == key)).first()
    if row is None:
        row = SchoolClause(key=key, levels=[])
        session.add(row)
    return row

"""End marks: `;` and `.` after grounds and recipients, `./.` after the last word of the content.

The tree holds none of them. `with_end_marks` gives the document as it is printed,
`without_end_marks` gives a document read from paper the form of the tree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from tdkt_desktop.documents.blocks import Block, Heading, Row, RowGroup, Table
from tdkt_desktop.documents.document import FORMS
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.documents.document import Annex, OfficialDocument

CLOSING_MARK: Final = "./."

_Text = TypeVar("_Text", str, RichText)
_ELLIPSIS = re.compile(r"(?:\.{3,}|…)$")
_LIST_MARK = re.compile(r"[\s;,:]+$")
_FULL_STOP = re.compile(r"[\s;,.:]+$")
_CLOSING = re.compile(r"(?:\s*/\s*\.|(?<=\.)\s*/)\s*$")


def without_end_mark(text: _Text) -> _Text:
    """Return a ground, a recipient or a last sentence without the mark that ends it.

    An ellipsis is part of the words and stays.
    """
    words = _LIST_MARK.sub("", _CLOSING.sub("", str(text)))
    if not _ELLIPSIS.search(words):
        words = _FULL_STOP.sub("", words)
    return _cut(text, len(words))


def with_closing_mark(text: RichText) -> RichText:
    """Return the last sentence of a content with its `./.` (L54); after an ellipsis only `/.`."""
    bare = without_end_mark(text)
    return bare + (CLOSING_MARK[1:] if _ELLIPSIS.search(bare.plain) else CLOSING_MARK)


def with_list_marks(entries: tuple[_Text, ...]) -> tuple[_Text, ...]:
    """Return grounds (L40) or recipients (L72) with `;` after each and `.` after the last."""
    last = len(entries) - 1
    return tuple(
        _marked(without_end_mark(entry), "." if index == last else ";")
        for index, entry in enumerate(entries)
    )


def with_end_marks(document: OfficialDocument) -> OfficialDocument:
    """Return the document with every end mark written into its texts, as it is printed.

    The content of the main document always closes with `./.`, in its last table cell if nothing
    follows the table. An annex that ends with a table has none: NĐ 30 shows the mark after
    sentences only. An internal form has no closing mark at all.
    """
    marked = replace(
        document,
        grounds=with_list_marks(document.grounds),
        recipients=with_list_marks(document.recipients),
        annexes=tuple(_annex_with_mark(annex, with_closing_mark) for annex in document.annexes),
    )
    return marked if document.kind in FORMS else _with_last_text(marked, with_closing_mark)


def without_end_marks(document: OfficialDocument) -> OfficialDocument:
    """Return the document in the form of the tree, with no end mark left in it."""
    return _with_last_text(
        replace(
            document,
            grounds=tuple(without_end_mark(ground) for ground in document.grounds),
            recipients=tuple(without_end_mark(entry) for entry in document.recipients),
            annexes=tuple(_annex_with_mark(annex, without_end_mark) for annex in document.annexes),
        ),
        without_end_mark,
    )


def _cut(text: _Text, length: int) -> _Text:
    if isinstance(text, RichText):
        return text[:length]
    return text[:length]


def _marked(text: _Text, mark: str) -> _Text:
    if not str(text).strip() or (mark == "." and _ELLIPSIS.search(str(text))):
        return text
    if isinstance(text, RichText):
        return text + mark
    return text + mark


def _with_last_text(
    document: OfficialDocument, change: Callable[[RichText], RichText]
) -> OfficialDocument:
    """Change the text that ends the content: of the closing, else the body, else the preamble."""
    if any(document.closing):
        return replace(document, closing=_with_last(document.closing, change))
    body = _blocks_with_last(document.body, change, into_tables=True)
    if body is not None:
        return replace(document, body=body)
    return replace(document, preamble=_with_last(document.preamble, change))


def _annex_with_mark(annex: Annex, change: Callable[[RichText], RichText]) -> Annex:
    blocks = _blocks_with_last(annex.blocks, change, into_tables=False)
    return annex if blocks is None else replace(annex, blocks=blocks)


def _with_last(
    texts: tuple[RichText, ...], change: Callable[[RichText], RichText]
) -> tuple[RichText, ...]:
    """Change the last of `texts` that says anything."""
    for index in reversed(range(len(texts))):
        if texts[index]:
            return (*texts[:index], change(texts[index]), *texts[index + 1 :])
    return texts


def _blocks_with_last(
    blocks: tuple[Block, ...], change: Callable[[RichText], RichText], *, into_tables: bool
) -> tuple[Block, ...] | None:
    """Change the last text of `blocks`; None where there is none that takes a mark."""
    for index in reversed(range(len(blocks))):
        block = blocks[index]
        if isinstance(block, Table) and not into_tables:
            return None
        changed = _block_with_last(block, change)
        if changed is not None:
            return (*blocks[:index], changed, *blocks[index + 1 :])
    return None


def _block_with_last(block: Block, change: Callable[[RichText], RichText]) -> Block | None:
    if isinstance(block, Table):
        return _table_with_last(block, change)
    if isinstance(block, Heading):
        return replace(block, title=change(block.title)) if block.title else None
    return replace(block, text=change(block.text)) if block.text else None


def _table_with_last(table: Table, change: Callable[[RichText], RichText]) -> Table | None:
    for index in reversed(range(len(table.groups))):
        changed = _group_with_last(table.groups[index], change)
        if changed is not None:
            groups = (*table.groups[:index], changed, *table.groups[index + 1 :])
            return replace(table, groups=groups)
    return None


def _group_with_last(group: RowGroup, change: Callable[[RichText], RichText]) -> RowGroup | None:
    for index in reversed(range(len(group.rows))):
        row = group.rows[index]
        if any(row.cells):
            changed: Row = replace(row, cells=_with_last(row.cells, change))
            return replace(group, rows=(*group.rows[:index], changed, *group.rows[index + 1 :]))
    return replace(group, title=change(group.title)) if group.title else None

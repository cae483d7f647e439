"""Reads the program's own plan text format as if it were a file of somebody else's."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Heading, Table
from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.markup import parse_template
from tdkt_desktop.documents.numbering import block_labels, group_numbers, row_numbers
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role, role_of
from tdkt_desktop.documents.walk import annex_name, number_text, place_and_date
from tdkt_desktop.imports.source import (
    SourceBreak,
    SourceCell,
    SourceDocument,
    SourceItem,
    SourceKind,
    SourceLine,
    SourcePlace,
    SourceTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.documents.document import OfficialDocument, Signature

FENCE: Final = "+++"
_COVERED: Final = SourceCell(RichText(), covered=True)


def is_plan_text(text: str) -> bool:
    """Tell whether a text opens with the front matter of a plan."""
    return text.lstrip("\ufeff \t\r\n").startswith(FENCE + "\n")


def read_plan_text(text: str, name: str) -> SourceDocument:
    """Read a plan from its text format; raises InputError naming the line that is wrong."""
    items = _Writer().document(parse_template(text, name).document)
    return SourceDocument(name, SourceKind.MARKDOWN, tuple(items))


class _Writer:
    """Sets a document off as items; places count the items."""

    def __init__(self) -> None:
        self._lines = count(1)

    def document(self, document: OfficialDocument) -> Iterator[SourceItem]:
        """Yield the items of a document in the order of its print."""
        head = document.letterhead
        yield from self._plain(Role.PARENT_BODY, head.parent_body)
        yield from self._plain(Role.ISSUING_BODY, head.issuing_body)
        yield from self._plain(Role.NUMBER, [f"Số: {number_text(document)}"])
        yield from self._plain(Role.PLACE_DATE, [place_and_date(document)])
        yield from self._plain(Role.TITLE, [document.title])
        yield from self._rich(Role.SUBJECT, [document.subject])
        yield from self._plain(Role.ADDRESSEE, document.addressees)
        yield from self._rich(Role.GROUND, document.grounds)
        yield from self._rich(Role.PREAMBLE, document.preamble)
        yield from self._blocks(document.body)
        yield from self._rich(Role.CLOSING, document.closing)
        yield from self._end(document)
        yield from self._annexes(document)

    def _end(self, document: OfficialDocument) -> Iterator[SourceItem]:
        if document.recipients:
            yield from self._plain(Role.RECIPIENTS_HEAD, ["Nơi nhận:"])
        yield from self._plain(Role.RECIPIENT, document.recipients)
        if document.co_signature:
            yield from self._signature(document.co_signature)
        yield from self._signature(document.signature)

    def _annexes(self, document: OfficialDocument) -> Iterator[SourceItem]:
        for index, annex in enumerate(document.annexes):
            landscape = annex.orientation is Orientation.LANDSCAPE
            yield SourceBreak(self._place(), landscape=landscape)
            yield from self._plain(Role.ANNEX_LABEL, [annex_name(document, index)])
            yield from self._rich(Role.ANNEX_TITLE, [annex.title])
            yield from self._blocks(annex.blocks)

    def _signature(self, signature: Signature) -> Iterator[SourceItem]:
        yield from self._plain(Role.SIGNING_AUTHORITY, signature.authority)
        yield from self._plain(Role.SIGNER_TITLE, [signature.title])
        yield from self._plain(Role.SIGNER_OFFICE, [signature.office])
        yield from self._plain(Role.SIGNER_NAME, [signature.name])

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[SourceItem]:
        for block, label in zip(blocks, block_labels(blocks), strict=True):
            if isinstance(block, Table):
                yield SourceTable(tuple(_rows(block)), self._place(), head_rows=len(_head(block)))
            else:
                text = block.title if isinstance(block, Heading) else block.text
                yield SourceLine(text, self._place(), role_of(block), label)

    def _plain(self, role: Role, texts: Iterable[str]) -> Iterator[SourceItem]:
        yield from self._rich(role, map(RichText, texts))

    def _rich(self, role: Role, texts: Iterable[RichText]) -> Iterator[SourceItem]:
        yield from (SourceLine(text, self._place(), role) for text in texts if text)

    def _place(self) -> SourcePlace:
        return SourcePlace(None, next(self._lines))


def _head(table: Table) -> list[tuple[SourceCell, ...]]:
    """Return the rows of the head: two where some columns stand under a common heading."""
    titles = tuple(SourceCell(RichText(column.title)) for column in table.columns)
    if not any(column.over for column in table.columns):
        return [titles]
    upper, lower = [], []
    for index, column in enumerate(table.columns):
        first = index == 0 or table.columns[index - 1].over != column.over
        if not column.over:
            upper.append(SourceCell(RichText(column.title), rows=2))
        elif first:
            width = sum(other.over == column.over for other in table.columns[index:])
            upper.append(SourceCell(RichText(column.over), columns=width))
        else:
            upper.append(_COVERED)
        lower.append(titles[index] if column.over else _COVERED)
    return [tuple(upper), tuple(lower)]


def _rows(table: Table) -> Iterator[tuple[SourceCell, ...]]:
    yield from _head(table)
    width, place = len(table.columns), table.number_column
    titles = group_numbers(table)
    for group, title_number, numbers in zip(table.groups, titles, row_numbers(table), strict=True):
        if group.title:
            yield _group_row(group.title, title_number, width, numbered=place == 0)
        for row, number in zip(group.rows, numbers, strict=True):
            cells = [SourceCell(cell) for cell in row.cells]
            if place is not None:
                cells.insert(place, SourceCell(RichText(number)))
            yield tuple(cells)


def _group_row(
    title: RichText, number: str, width: int, *, numbered: bool
) -> tuple[SourceCell, ...]:
    """Return the row of a group's title, beside its number where there is a column for it."""
    if not numbered or not number or width < 2:
        whole = RichText(f"{number}. ") + title if number else title
        return (SourceCell(whole, columns=width), *[_COVERED] * (width - 1))
    rest = [_COVERED] * (width - 2)
    return (SourceCell(RichText(number)), SourceCell(title, columns=width - 1), *rest)

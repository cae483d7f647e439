"""Rolls a plan to another year: reads every text of it and lists what changes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import ColumnRole
from tdkt_desktop.documents.places import Place, at, join
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.table_places import Node
from tdkt_desktop.documents.walk import annex_name, nodes, number_text, place_and_date
from tdkt_desktop.i18n import _
from tdkt_desktop.services.rolling_bodies import bodies
from tdkt_desktop.services.rolling_changes import (
    DATE_PATH,
    NUMBER_PATH,
    Change,
    ChangeKind,
    ChangeStatus,
    Edit,
    RollPlan,
    apply,
    edited_plain,
)
from tdkt_desktop.services.rolling_dates import dates, weekdays
from tdkt_desktop.services.rolling_days import counts, lunar_names, round_ones
from tdkt_desktop.services.rolling_frame import Found, Frame, Scan, run
from tdkt_desktop.services.rolling_grounds import references
from tdkt_desktop.services.rolling_periods import loose_ends, months_and_quarters
from tdkt_desktop.services.rolling_years import (
    hold_fixed,
    school_years,
    single_years,
    told_by_year,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.documents.document import OfficialDocument

_SKIPPED: Final = frozenset({Role.NUMBER, Role.PLACE_DATE, Role.TITLE, Role.SIGNER_NAME})
_NAMES: Final = frozenset(
    {Role.PARENT_BODY, Role.ISSUING_BODY, Role.ADDRESSEE, Role.RECIPIENT, Role.AUTHORITY,
     Role.SIGNING_AUTHORITY, Role.SIGNER_TITLE, Role.SIGNER_OFFICE}
)  # fmt: skip
_OPENING: Final = frozenset({Role.GROUND, Role.PREAMBLE, Role.ANNEX_REFERENCE})
_YEARS: Final = frozenset({ChangeKind.YEAR, ChangeKind.SCHOOL_YEAR, ChangeKind.CAN_CHI})
_YEAR_WORD: Final = re.compile(r"\b(?:năm(?:\s+học)?|xuân)\s*$", re.IGNORECASE)
_FINDERS: Final = (
    references, hold_fixed, counts, lunar_names, dates, weekdays, months_and_quarters, loose_ends,
    school_years, single_years, told_by_year, bodies,
)  # fmt: skip


def roll(document: OfficialDocument, frame: Frame) -> RollPlan:
    """Return the plan under its new year, the changes to make, and what a person must decide."""
    base = replace(document, year=frame.new.year, school_year=frame.new.school_year)
    changes = [*_head_changes(document, frame.new.year)]
    left: list[tuple[str, str]] = []
    for node in _texts(document) if frame.shift else ():
        scan = _scanned(document, node, frame)
        changes += _changes(node, scan)
        left += [(node.place.label, sentence) for sentence in scan.left]
    left += [(one.place.label, one.reason) for one in changes if one.reason]
    rolled = (node.text.plain for node in nodes(apply(base, changes)))
    offers = round_ones(rolled, frame.new) if frame.shift else ()
    return RollPlan(base, tuple(changes), (*_told(left), *offers))


def _head_changes(document: OfficialDocument, year: int) -> Iterator[Change]:
    """Yield the number and the date that the new plan does not have yet."""
    if document.number.value:
        after = number_text(replace(document, number=replace(document.number, value="")))
        place = Place(NUMBER_PATH, _("Số, ký hiệu"))
        yield Change(place, ChangeKind.NUMBER, number_text(document), after)
    if document.issued_on:
        after = place_and_date(replace(document, issued_on=None, year=year))
        place = Place(DATE_PATH, _("Địa danh, ngày"))
        yield Change(place, ChangeKind.DATE, place_and_date(document), after)


def _texts(document: OfficialDocument) -> Iterator[Node]:
    yield from (node for node in nodes(document) if node.role not in _SKIPPED)
    for index, annex in enumerate(document.annexes):
        if annex.reference:
            label = _("{annex}, dòng kèm theo").format(annex=annex_name(document, index))
            place = Place(join("annexes", index, "reference"), label)
            yield Node(place, Role.ANNEX_REFERENCE, RichText(annex.reference))


def _scanned(document: OfficialDocument, node: Node, frame: Frame) -> Scan:
    scan = Scan(node.text.plain, frame, _is_due(document, node))
    scan.is_opening = node.role in _OPENING
    return run(scan, (bodies,) if node.role in _NAMES else _FINDERS)


def _is_due(document: OfficialDocument, node: Node) -> bool:
    """Tell whether a text is a cell of a column of dues."""
    table, _groups, cell = node.place.path.partition("/groups/")
    if node.role is not Role.TABLE_CELL or "/cells/" not in cell:
        return False
    column = at(document, table).cell_columns[int(cell.rpartition("/")[2])]
    return bool(column.role is ColumnRole.DUE)


def _changes(node: Node, scan: Scan) -> Iterator[Change]:
    """Join what was found into changes: a due, a ground and a phrase are one each."""
    whole = scan.is_due or (node.role is Role.GROUND and bool(scan.groups))
    only_basis = all(one.kind is ChangeKind.BASIS for one in scan.found)
    kind = ChangeKind.BASIS if only_basis or not scan.is_due else ChangeKind.DUE
    groups = [(0, len(scan.text), kind, "")] if whole else scan.groups
    rest = list(scan.found)
    for start, end, kind, _reason in groups:
        members = [one for one in rest if start <= one.start and one.end <= end]
        rest = [one for one in rest if one not in members]
        if members:
            yield _joined(node, scan.text, (start, end), kind, members)
    for one in rest:
        yield _joined(node, scan.text, _shown(scan.text, one), one.kind, [one])


def _shown(text: str, one: Found) -> tuple[int, int]:
    """Return the stretch to show for a change: a year with its word, "năm 2026"."""
    word = _YEAR_WORD.search(text[: one.start]) if one.kind in _YEARS else None
    return (word.start() if word else one.start), one.end


def _joined(
    node: Node, text: str, span: tuple[int, int], kind: ChangeKind, members: list[Found]
) -> Change:
    edits = tuple(sorted(one.edit for one in members))
    reason = next((one.reason for one in members if one.reason), "")
    offers = [one.offer for one in members if one.offer]
    offer = _offered(edits, offers[0]) if offers else ()
    return Change(
        node.place,
        kind,
        text[slice(*span)],
        _within(text, span, edits),
        ChangeStatus.ASKED if reason else ChangeStatus.APPLIED,
        edits,
        reason,
        offer,
        _within(text, span, offer) if offer else "",
    )


def _offered(edits: Iterable[Edit], offer: Edit) -> tuple[Edit, ...]:
    """Return the edits with the offered one in the place of those it covers."""
    kept = [one for one in edits if one.end <= offer.start or offer.end <= one.start]
    return tuple(sorted([*kept, offer]))


def _within(text: str, span: tuple[int, int], edits: Iterable[Edit]) -> str:
    """Return the words of a stretch after its edits."""
    start = span[0]
    inside = (
        Edit(max(one.start, start) - start, min(one.end, span[1]) - start, one.text)
        for one in edits
    )
    return edited_plain(text[slice(*span)], inside)


def _told(left: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each sentence once, with the first place it is about and how many more there are."""
    places: dict[str, list[str]] = {}
    for label, sentence in left:
        places.setdefault(sentence, []).append(label)
    for sentence, labels in places.items():
        more = len(labels) - 1
        where = labels[0]
        if more:
            where = _("{place} và {n} chỗ nữa").format(place=where, n=more)
        yield _("{place}: {sentence}").format(place=where, sentence=sentence)

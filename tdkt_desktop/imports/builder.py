"""Makes the document out of what was understood of a file, and says what was put right."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Paragraph, Table
from tdkt_desktop.documents.document import (
    Annex,
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Signature,
)
from tdkt_desktop.documents.end_marks import without_end_marks
from tdkt_desktop.documents.numbering import block_numbers, group_numbers, roman, row_numbers
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.reading import (
    Flag,
    Reading,
    ReadingWarning,
    Recognition,
    Renumbered,
    UnderstoodItem,
)
from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.place_dates import read_place_date
from tdkt_desktop.imports.recognition.references import own_reference
from tdkt_desktop.imports.recognition.tables import row_value
from tdkt_desktop.imports.recognition.texts import one_line
from tdkt_desktop.imports.recognition.typed_numbers import NumberStyle, typed_numbers
from tdkt_desktop.vietnamese.text import NBSP, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEFAULT_TITLE: Final = "KẾ HOẠCH"
_LONGEST_TITLE: Final = 120
_NUMBERS_KEPT: Final = 1024
_MOST_SIGNATURES: Final = 2
_SIGNING_LINES: Final = {Role.SIGNING_AUTHORITY, Role.SIGNER_TITLE, Role.SIGNER_OFFICE}
_FIXED_YEARS: Final = re.compile(rf"(?<=\d{{4}}){NBSP}([-–]){NBSP}(?=\d{{4}})")
"""How titles are written so that `2026 - 2027` stays on one line."""
_VALUED: Final = {NumberStyle.PART, NumberStyle.ROMAN, NumberStyle.ARABIC, NumberStyle.CAPITAL}


def build(reading: Reading) -> Recognition:
    """Make the document; the items may have been changed by a person in between."""
    items = [item for item in reading.lines if item.left_out is None]
    main = [item for item in items if item.annex is None]
    number = _number(_plain(main, Role.NUMBER))
    place, issued_on, printed_year = read_place_date(" ".join(_plain(main, Role.PLACE_DATE)))
    title = " ".join(_plain(main, Role.TITLE)).strip(" .:") or DEFAULT_TITLE
    document = OfficialDocument(
        kind=_kind(title),
        title=title,
        subject=_one(main, Role.SUBJECT),
        letterhead=Letterhead(
            tuple(_lines(main, Role.PARENT_BODY)), tuple(_lines(main, Role.ISSUING_BODY))
        ),
        number=number,
        place=place,
        issued_on=issued_on,
        year=reading.year if reading.year is not None else printed_year,
        school_year=reading.school_year,
        addressees=tuple(_addressees(main)),
        grounds=_texts(main, Role.GROUND),
        preamble=_texts(main, Role.PREAMBLE),
        body=tuple(_blocks(main)),
        closing=_texts(main, Role.CLOSING),
        recipients=tuple(_lines(main, Role.RECIPIENT)),
    )
    document = replace(
        _signed(document, main), annexes=tuple(_annexes(items, document, printed_year))
    )
    warnings = (*reading.warnings, *_warnings(reading, document))
    return Recognition(without_end_marks(document), _renumbered(reading.lines), warnings)


def _plain(items: Sequence[UnderstoodItem], role: Role) -> list[str]:
    return [item.text.plain.strip() for item in items if item.role is role and item.text]


def _lines(items: Sequence[UnderstoodItem], role: Role) -> Iterator[str]:
    for text in _plain(items, role):
        yield text.replace("\n", " ")


def _texts(items: Sequence[UnderstoodItem], role: Role) -> tuple[RichText, ...]:
    return tuple(item.text for item in items if item.role is role and item.text)


def _one(items: Sequence[UnderstoodItem], role: Role) -> RichText:
    """Join the lines of a subject or of an annex's title."""
    whole = RichText()
    for text in _texts(items, role):
        whole = whole + " " + text if whole else text
    return one_line(whole.replace_plain(_FIXED_YEARS.sub(r" \1 ", whole.plain)))


def _kind(title: str) -> DocumentKind:
    folded = fold(title)
    return next(
        (kind for words, kind in official.KIND_TITLES.items() if folded.startswith(words)),
        DocumentKind.PLAN,
    )


def _number(lines: Sequence[str]) -> DocumentNumber:
    for line in lines:
        match = official.NUMBER_LINE.match(line)
        if match:
            value = re.sub(r"\D", "", match["value"])
            symbol = re.sub(r"\s", "", match["symbol"]).rstrip(".")
            return DocumentNumber(value, symbol.replace("/", "-", 1) if match["dash"] else symbol)
    return DocumentNumber()


def _addressees(items: Sequence[UnderstoodItem]) -> Iterator[str]:
    for line in _lines(items, Role.ADDRESSEE):
        bare = official.ADDRESSEE.sub("", line, count=1).strip(" -–+*;.:")
        if bare:
            yield bare


# Blocks and annexes --------------------------------------------------------------------------


def _blocks(items: Sequence[UnderstoodItem]) -> Iterator[Block]:
    for item in items:
        block = _block(item)
        if block is not None:
            yield block


def _block(item: UnderstoodItem) -> Block | None:
    """Return the block that an item makes; None for what is no part of the text."""
    if item.table:
        return item.table.table
    level = item.level
    if level is None:
        return None
    if level is Level.TEXT:
        return Paragraph(item.text) if item.text else None
    return Heading(level, one_line(item.text)) if item.is_heading else Clause(level, item.text)


def _annexes(
    items: Sequence[UnderstoodItem], document: OfficialDocument, draft_year: int | None
) -> Iterator[Annex]:
    annexes: dict[int, list[UnderstoodItem]] = {}
    for item in items:
        if item.annex is not None:
            annexes.setdefault(item.annex, []).append(item)
    for _index, parts in sorted(annexes.items()):
        title = _one(parts, Role.ANNEX_TITLE)
        reference = own_reference(_one(parts, Role.ANNEX_REFERENCE).plain, document, draft_year)
        yield Annex(title, tuple(_blocks(parts)), parts[0].orientation, reference)


# The signer ----------------------------------------------------------------------------------


def _signed(document: OfficialDocument, items: Sequence[UnderstoodItem]) -> OfficialDocument:
    """Set the signatures: of two, the one that comes first stands on the left (L69)."""
    found = list(_signatures(items))
    if not found:
        return document
    if len(found) > _MOST_SIGNATURES and any(s.title or s.authority for s in found[1:-1]):
        found = [_together(found[:-1]), found[-1]]
    co_signature = found[0] if len(found) > 1 else None
    signature = replace(found[-1], name=", ".join(s.name for s in found[1:] or found if s.name))
    return replace(document, signature=signature, co_signature=co_signature)


def _together(found: Sequence[Signature]) -> Signature:
    """Put several signers into the left block, for paper has room for two."""
    lines = [line for s in found for line in (*s.authority, s.title, s.office) if line]
    return Signature(
        tuple(lines[:-1]), lines[-1] if lines else "", "", ", ".join(s.name for s in found)
    )


def _signatures(items: Sequence[UnderstoodItem]) -> Iterator[Signature]:
    """Yield the signatures; the lines of each end with a name."""
    found: list[tuple[list[tuple[Role, str]], str]] = []
    lines: list[tuple[Role, str]] = []
    for item in items:
        text = item.text.plain.strip().replace("\n", " ")
        if item.role in _SIGNING_LINES:
            lines.append((item.role, text))
        elif item.role is Role.SIGNER_NAME:
            above = found[-1][0] if found and not lines else []
            if cut := _second_signer(above):
                found[-1] = (above[:cut], found[-1][1])
                lines = above[cut:]
            found.append((lines, text))
            lines = []
    for own, name in [*found, *([(lines, "")] if lines else [])]:
        yield _titled(_signature(own, name))


def _second_signer(lines: Sequence[tuple[Role, str]]) -> int:
    """Return where, of titles set side by side above two names, those of the second begin."""
    powers = [n for n, (role, _text) in enumerate(lines) if n and role is Role.SIGNING_AUTHORITY]
    titles = [n for n, (role, _text) in enumerate(lines) if role is not Role.SIGNING_AUTHORITY]
    after_title = [n for n in powers if titles and n > titles[0]]
    return (after_title or titles[1:] or [0])[0]


def _signature(lines: Sequence[tuple[Role, str]], name: str) -> Signature:
    titles = [text for role, text in lines if role is Role.SIGNER_TITLE]
    offices = [text for role, text in lines if role is Role.SIGNER_OFFICE]
    if not titles:
        titles, offices = offices[:1], offices[1:]
    authority = tuple(text for role, text in lines if role is Role.SIGNING_AUTHORITY)
    return Signature(authority, " ".join(titles), " ".join(offices), name)


def _titled(signature: Signature) -> Signature:
    """Take the line above a name as the title where it is no power such as `TM.`."""
    *above, last = signature.authority or ("",)
    powers = official.is_authority(last) and not last.startswith("Q")
    if signature.title or not last or powers:
        return signature
    return replace(signature, authority=tuple(above), title=last)


# Numbers that were wrong ---------------------------------------------------------------------


def wrong_numbers(items: Sequence[UnderstoodItem]) -> dict[int, tuple[Renumbered, ...]]:
    """Return what was renumbered, by the place of the item."""
    wrong: dict[int, tuple[Renumbered, ...]] = {}
    texts: dict[int | None, list[tuple[int, UnderstoodItem]]] = {}
    for place, item in enumerate(items):
        if item.left_out is None:
            texts.setdefault(item.annex, []).append((place, item))
    for own in texts.values():
        wrong.update(_wrong_blocks(own))
    return wrong | _wrong_annexes(items)


def _wrong_blocks(
    items: Sequence[tuple[int, UnderstoodItem]],
) -> Iterator[tuple[int, tuple[Renumbered, ...]]]:
    made = [(place, item, block) for place, item in items if (block := _block(item))]
    numbers = block_numbers([block for *_rest, block in made])
    for (place, item, block), number in zip(made, numbers, strict=True):
        if isinstance(block, Table):
            changed = tuple(_wrong_rows(item, block))
        else:
            changed = tuple(_wrong_number(item.found_number, number, item.text))
        if changed:
            yield place, changed


def _wrong_number(found: str, given: str, text: RichText) -> Iterator[Renumbered]:
    value = number_value(found)
    if value and given and value != number_value(given):
        yield Renumbered(found, given, text.plain[:_LONGEST_TITLE])


@lru_cache(maxsize=_NUMBERS_KEPT)
def number_value(number: str) -> tuple[int, ...]:
    """Return what a number counts, whatever its style; nothing for a dash, a plus or a bullet."""
    for found in typed_numbers(f"{number}. X") or typed_numbers(f"{number}) X"):
        if found.written == number and (found.style in _VALUED or len(found.values) > 1):
            return found.values
    letters = typed_numbers(f"{number}) X")
    return letters[0].values if letters else ()


def _wrong_rows(item: UnderstoodItem, table: Table) -> Iterator[Renumbered]:
    if item.table is None:
        return
    groups = zip(item.table.group_numbers, group_numbers(table), table.groups, strict=False)
    rows = zip(item.table.row_numbers, row_numbers(table), strict=False)
    for (found, given, group), (found_rows, given_rows) in zip(groups, rows, strict=False):
        if found and given and row_value(found) != row_value(given):
            yield Renumbered(found, given, group.title.plain[:_LONGEST_TITLE])
        for old, new, row in zip(found_rows, given_rows, group.rows, strict=False):
            if old and row_value(old) != row_value(new):
                title = next((cell.plain for cell in row.cells if cell), "")
                yield Renumbered(old, new, title[:_LONGEST_TITLE])


def _wrong_annexes(items: Sequence[UnderstoodItem]) -> dict[int, tuple[Renumbered, ...]]:
    wrong: dict[int, tuple[Renumbered, ...]] = {}
    total = len({item.annex for item in items if item.annex is not None})
    for place, item in enumerate(items):
        if item.role is not Role.ANNEX_LABEL or item.annex is None or not item.found_number:
            continue
        value = number_value(item.found_number)
        if value and value != (item.annex + 1,):
            given = roman(item.annex + 1) if total > 1 else ""
            titles = [other for other in items if other.annex == item.annex]
            title = _one(titles, Role.ANNEX_TITLE).plain[:_LONGEST_TITLE]
            wrong[place] = (Renumbered(item.found_number, given, title),)
    return wrong


def _renumbered(items: Sequence[UnderstoodItem]) -> tuple[Renumbered, ...]:
    wrong = wrong_numbers(items)
    return tuple(entry for place in sorted(wrong) for entry in wrong[place])


# What a person should know -------------------------------------------------------------------


def _warnings(reading: Reading, document: OfficialDocument) -> Iterator[ReadingWarning]:
    roles = {item.role for item in reading.lines}
    if Role.TITLE not in roles:
        yield ReadingWarning(_("Tệp không ghi tên loại văn bản; đã lấy là “KẾ HOẠCH”."))
    subject = _place_of(reading, Role.SUBJECT)
    if not document.subject:
        yield ReadingWarning(_("Không thấy trích yếu; cần điền trước khi in."))
    elif subject is not None and not reading.lines[subject].sources:
        yield ReadingWarning(
            _("Tệp không có trích yếu; đã lấy theo câu nêu tên kế hoạch trong bài."), subject
        )
    if not document.body:
        yield ReadingWarning(_("Không nhận ra đề mục nào trong tệp."))
    if not document.signature.name:
        yield ReadingWarning(_("Không thấy tên người ký."))
    elif not document.signature.title:
        yield ReadingWarning(_("Không thấy chức vụ của người ký."))
    if not document.recipients:
        yield ReadingWarning(_("Không thấy phần “Nơi nhận”."))
    yield from _doubts(reading)


def _place_of(reading: Reading, role: Role) -> int | None:
    return next((n for n, item in enumerate(reading.lines) if item.role is role), None)


def _doubts(reading: Reading) -> Iterator[ReadingWarning]:
    for place, item in enumerate(reading.lines):
        if Flag.DOUBTFUL in item.flags and item.sources:
            start = item.text.plain[:60]
            yield ReadingWarning(
                _("Chưa chắc đã hiểu đúng cấp của đoạn “{start}”.").format(start=start), place
            )

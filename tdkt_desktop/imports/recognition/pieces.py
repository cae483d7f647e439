"""The paragraphs and tables of a file made ready to be understood.

Texts are cleaned, columns that stand side by side are put one after the other, what belongs to
pages and not to the text is set aside.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.reading import LeftOut
from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.texts import shortened, split_at, tidy, words
from tdkt_desktop.imports.recognition.typed_numbers import (
    TypedNumber,
    label_number,
    typed_numbers,
)
from tdkt_desktop.imports.source import SourceBreak, SourceLine, SourceTable
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.imports.source import SourceDocument


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or the pages of a table, and what the file says about its look."""

    sources: tuple[int, ...]
    text: RichText = field(default_factory=RichText)
    role: Role | None = None
    label: str = ""
    bold: bool = False
    italic: bool = False
    centered: bool = False
    indent_mm: float = 0.0
    style_name: str = ""
    hard_break: bool = True
    after_break: bool = False
    paged: bool = False
    landscape: bool = False
    joined: bool = False
    tables: tuple[SourceTable, ...] = ()
    left_out: LeftOut | None = None

    @property
    def plain(self) -> str:
        """The words."""
        return self.text.plain

    @property
    def numbers(self) -> tuple[TypedNumber, ...]:
        """The ways to read the number before the text; one kept apart by the file comes first."""
        if self.role in _UNNUMBERED:
            return ()
        apart = label_number(self.label)
        return (apart,) if apart else typed_numbers(self.plain)

    def without_number(self, number: TypedNumber | None) -> RichText:
        """Return the text that follows the number."""
        if number is None or self.label.strip():
            return self.text
        return self.text[number.length :].stripped()


_UNNUMBERED: Final = {Role.PARAGRAPH, Role.CLOSING, Role.PREAMBLE, Role.GROUND}
_COLUMNS: Final = re.compile(
    r"(?<!ngày)(?<!tháng)(?<!năm)(?<!số:)(?<!\s)(?:\s*\t\s*|[ \u00a0]{4,})(?!\s|/|tháng|năm)",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"[\s_\-–—―=*.~•·─━]{3,}$")
_PAGE_NUMBER: Final = re.compile(
    r"(?:trang\s*|[-–—]\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?$", re.IGNORECASE
)
_DATE_AFTER: Final = re.compile(r"\s+(?=[^\W\d_][^,;:/]{0,40},\s*ngày\b)", re.IGNORECASE)
_SIGNER_AFTER: Final = re.compile(
    r"\s+(?=(?:TM|KT|TL|TUQ)\s?\.\s?\w"
    r"|(?:PHÓ\s+)?(?:CHỦ TỊCH|HIỆU TRƯỞNG|GIÁM ĐỐC|TRƯỞNG PHÒNG)(?:\s[A-ZĐ ]*)?$)"
)
_NAME_AFTER: Final = re.compile(r"(?<=[.;])\s+(?=\S)")
_CELL_LIMIT: Final = 6
_LONGEST_LINE: Final = 600
"""A longer line is no line of a letterhead or of a signature."""
_REPEATS: Final = 3
_LETTERHEAD_LINES: Final = 20
_LONGEST_HALF: Final = 80
_LONGEST_RUNNING_HEAD: Final = 16


def make_pieces(source: SourceDocument) -> list[Piece]:
    """Return the pieces of a file in reading order, each line of it a piece of its own."""
    pieces = [piece for piece in _raw_pieces(source) if piece.tables or piece.plain.strip()]
    return _without_noise(list(_reunited(pieces)))


# From source items to pieces -----------------------------------------------------------------


def _raw_pieces(source: SourceDocument) -> Iterator[Piece]:
    after_break, landscape = False, False
    for index, item in enumerate(source.items):
        if isinstance(item, SourceBreak):
            after_break = True
            landscape = landscape if item.landscape is None else item.landscape
            continue
        made = _line_pieces(item, index) if isinstance(item, SourceLine) else _table(item, index)
        for piece in made:
            yield replace(piece, after_break=after_break, landscape=landscape)
            after_break = False


def _line_pieces(line: SourceLine, index: int) -> Iterator[Piece]:
    piece = Piece(
        (index,), tidy(shortened(line.text)), line.role, line.label, line.bold, line.italic,
        line.centered, line.indent_mm, line.style_name, line.hard_break,
        paged=line.place.page is not None,
    )  # fmt: skip
    if line.role:
        yield piece
        return
    lines = _listed_lines(line.text)
    if line.label:
        yield replace(piece, text=tidy(shortened(lines[0])))
        lines = lines[1:]
    for text in (part for listed in lines for part in _side_by_side(listed)):
        yield replace(piece, text=text, label="")


def _listed_lines(text: RichText) -> list[RichText]:
    """Cut a paragraph at its line breaks where each new line carries a number or a dash."""
    _first, *rest = text.plain.split("\n")
    if not rest or not all(typed_numbers(line.strip()) for line in rest if line.strip()):
        return [text]
    return split_at(text, *_breaks(text.plain)) or [text]


def _side_by_side(raw: RichText) -> Iterator[RichText]:
    """Yield what stands in one line, or what stood in its two columns, one after the other."""
    raw = shortened(raw.stripped())
    if len(raw.plain) > _LONGEST_LINE:
        yield tidy(raw)
        return
    for line in _official_lines(raw):
        parts = _split_gaps(line) if _is_official(line.plain) else [line]
        for part in parts:
            for text in _split_official(part):
                yield tidy(text)


def _official_lines(text: RichText) -> list[RichText]:
    """Cut a paragraph at its line breaks where the lines are those of a letterhead or signer."""
    titled = fold(text.plain.partition("\n")[0]).strip(" .:") in official.KIND_TITLES
    if "\n" not in text.plain or not (titled or _is_official(text.plain)):
        return [text]
    places = [match.start() for match in re.finditer("\n", text.plain)]
    return split_at(text, *places)


def _split_gaps(text: RichText) -> list[RichText]:
    if official.NUMBER_LINE.match(text.plain):
        return [text]
    return split_at(text, *(match.start() for match in _COLUMNS.finditer(text.plain)))


def _is_official(text: str) -> bool:
    """Tell whether a line holds something of a letterhead or of the block of the signer."""
    return bool(
        official.NATIONAL_NAME.search(text)
        or official.MOTTO.search(text)
        or official.RECIPIENTS.match(text)
        or official.FILED.match(text)
        or _SIGNER_AFTER.search(text)
        or (words(text) <= 20 and (official.NUMBER_LINE.match(text) or _DATE_AFTER.search(text)))
    )


def _split_official(text: RichText) -> list[RichText]:
    """Cut a line that holds both columns of a letterhead or of a signature block."""
    plain = text.plain
    for pattern in (official.NATIONAL_NAME, official.MOTTO):
        match = pattern.search(plain)
        if match and words(plain[: match.start()]) <= 12:
            halves = (text[: match.start()].stripped(), text[match.end() :].stripped())
            before, after = (_split_official(half) if half else [] for half in halves)
            return [*before, text[match.start() : match.end()], *after]
    number = official.NUMBER_LINE.match(plain)
    if number:
        date = _DATE_AFTER.search(plain, number.end() - 1)
        parts = split_at(text, date.start() if date else number.end())
        return [parts[0], *(piece for part in parts[1:] for piece in _split_signature(part))]
    return _split_signature(text)


def _split_signature(text: RichText) -> list[RichText]:
    plain = text.plain
    heads = official.RECIPIENTS.match(plain)
    if heads and heads.end() < len(plain):
        return [piece for part in split_at(text, heads.end()) for piece in _split_signature(part)]
    if official.FILED.match(plain):
        match = _NAME_AFTER.search(plain)
        if match and official.is_person(plain[match.end() :]):
            return split_at(text, match.start())
    if official.is_authority(plain) or official.is_office(plain):
        return [text]
    match = _SIGNER_AFTER.search(plain)
    if match and words(plain) <= 20 and not _is_numbered(plain):
        return split_at(text, match.start())
    return [text]


def _is_numbered(text: str) -> bool:
    """Tell whether a line carries a real number: then it is no line of recipients."""
    return any(number.values for number in typed_numbers(text))


def _table(table: SourceTable, index: int) -> Iterator[Piece]:
    if not _is_layout(table):
        yield Piece((index,), tables=(table,))
        return
    for row in table.rows:
        for cell in row:
            for line in split_at(cell.text, *_breaks(cell.text.plain)):
                for text in _side_by_side(line):
                    yield Piece((index,), text, bold=bool(text.marks))


def _breaks(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


def _is_layout(table: SourceTable) -> bool:
    """Tell whether a table only sets texts side by side: letterhead, signature, a framed text."""
    texts = [cell.text.plain for row in table.rows for cell in row if cell.text]
    if len(texts) > _CELL_LIMIT or not texts:
        return not texts
    if len(texts) == 1 or (not table.bordered and len(table.rows[0]) <= 2 and not table.head_rows):
        return True
    return any(
        _is_official(line) or official.is_authority(line)
        for text in texts
        for line in text.split("\n")
    )


# Lines of a letterhead that a narrow column broke ----------------------------------------------


def _reunited(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join the two lines on which a narrow column set the name of the state or the date."""
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        after = pieces[index + 1] if index + 1 < min(len(pieces), _LETTERHEAD_LINES) else None
        if after and _is_torn(piece, after):
            text = RichText(f"{piece.plain} {after.plain}")
            sources = tuple(dict.fromkeys((*piece.sources, *after.sources)))
            yield replace(piece, sources=sources, text=text, joined=True)
            index += 1
        else:
            yield piece
        index += 1


def _is_torn(first: Piece, second: Piece) -> bool:
    if any(p.tables or p.role or p.label for p in (first, second)):
        return False
    if any(len(p.plain) > _LONGEST_HALF for p in (first, second)):
        return False
    whole = f"{first.plain} {second.plain}"
    if official.NATIONAL_NAME.fullmatch(whole) or official.MOTTO.fullmatch(whole):
        return True
    date = official.PLACE_DATE.fullmatch(whole) if ", ng" in first.plain.lower() else None
    return bool(date) and not re.search(r"\d{4}", first.plain) and bool(re.search(r"\d{4}", whole))


# What belongs to the pages -------------------------------------------------------------------


def _without_noise(pieces: list[Piece]) -> list[Piece]:
    heads = _running_heads(pieces)
    return [
        replace(piece, left_out=_noise(piece, heads)) if not piece.tables else piece
        for piece in pieces
    ]


def _noise(piece: Piece, heads: frozenset[str]) -> LeftOut | None:
    plain = piece.plain.strip()
    if piece.role in (Role.NATIONAL_NAME, Role.MOTTO) or _is_national(plain):
        return LeftOut.NATIONAL_NAME
    if piece.role is Role.PAGE_NUMBER or (not piece.role and _PAGE_NUMBER.match(plain)):
        return LeftOut.PAGE_NUMBER
    if piece.role is None and official.DRAFT_MARK.fullmatch(plain):
        return LeftOut.DRAFT_MARK
    if piece.role is None and (plain == "*" or _RULE.match(plain)):
        return LeftOut.RULE
    if piece.after_break and not piece.role and plain in heads:
        return LeftOut.RUNNING_HEAD
    return None


def _is_national(plain: str) -> bool:
    return any(
        (match := pattern.search(plain)) and len(match[0]) >= len(plain) - _CELL_LIMIT
        for pattern in (official.NATIONAL_NAME, official.MOTTO, official.PARTY_NAME)
    )


def _running_heads(pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the short texts that stand at the top of three pages or more."""
    tops = Counter(
        piece.plain.strip()
        for piece in pieces
        if piece.after_break and not piece.tables and words(piece.plain) <= _LONGEST_RUNNING_HEAD
    )
    return frozenset(text for text, count in tops.items() if count >= _REPEATS)

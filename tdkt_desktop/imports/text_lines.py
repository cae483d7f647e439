"""Turns lines of plain text into source items: columns, page ends, wraps, marks and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import RichText, Run
from tdkt_desktop.imports.recognition.official_words import KIND_TITLES
from tdkt_desktop.imports.source import SourceBreak, SourceLine, SourcePlace, SourceTable
from tdkt_desktop.imports.text_tables import find_tables
from tdkt_desktop.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tdkt_desktop.imports.source import SourceItem

_TAB_MM: Final = 12.7
_SPACE_MM: Final = 2.0
_PAGE_NUMBER: Final = re.compile(
    r"\s*(?:[-–]\s*)?(?:trang\s+|page\s+)?(\d{1,3})(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–])?\s*$",
    re.IGNORECASE,
)
# The blanks of a number or a date still to be written are no gap between columns.
_GAP: Final = re.compile(
    r"(?<=\S)(?<!số:)(?<!ngày)(?<!tháng)(?<!năm)"
    r"(?:[ \xa0]*\t[\s]*|[ \xa0]{5,})(?=\S)(?!/|tháng|năm)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]?|[IVXLC]+[.)]|[A-ZĐa-zđ][.)]|[-–+*•●▪])$")
_LABEL_START: Final = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]|[IVXLC]+\.|[A-ZĐa-zđ][.)]|[-–+*•●▪])")
_SENTENCE_END: Final = re.compile(r"[.;:!?…/”\"]\s*$")
_STARS: Final = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[\w“\"‘'(\[])([^*\n]+?)(?<=[\w”\"’')\].,;:!?…])\1(?![\w*])"
)
_LONG_LINE: Final = 60
_RIGHT_COLUMN: Final = 20
_LONGEST_PIECE: Final = 90
_WRAP_WIDTHS: Final = range(50, 111)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a text file, cleaned; `number` counts from 1 in the file."""

    text: str
    number: int
    page: int | None = None


def split_lines(text: str) -> list[TextLine]:
    """Cut a text into lines; a form feed becomes a line of its own that holds only it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    paged = "\f" in text
    lines, page = [], 1
    for number, raw in enumerate(text.split("\n"), start=1):
        for part in re.split("(\f)", raw):
            if part == "\f":
                page += 1
                lines.append(TextLine(part, number, page))
            elif part or "\f" not in raw:
                lines.append(TextLine(clean(part), number, page if paged else None))
    return lines


def read_lines(lines: Sequence[TextLine]) -> Iterator[SourceItem]:
    """Yield what stands in the lines, tables first recognised."""
    texts = [line.text for line in lines]
    done = 0
    ends = _LineEnds(lines)
    for table in find_tables(texts):
        yield from _plain_items(lines[done : table.start], ends)
        first = lines[table.start]
        yield SourceTable(table.rows, SourcePlace(first.page, first.number))
        done = table.end
    yield from _plain_items(lines[done:], ends)


def read_marks(text: str) -> RichText:
    """Return a text whose paired stars are turned into bold and italic; other stars stay."""
    return RichText.from_runs(_starred_runs(text))


def _starred_runs(text: str) -> Iterator[Run]:
    done = 0
    for found in _STARS.finditer(text):
        stars = len(found[1])
        yield Run(text[done : found.start()])
        yield Run(found[2], bold=stars >= 2, italic=stars != 2)
        done = found.end()
    yield Run(text[done:])


def _plain_items(lines: Sequence[TextLine], ends: _LineEnds) -> Iterator[SourceItem]:
    """Yield lines and breaks of a stretch without tables."""
    for block in _column_blocks(lines):
        if len(block) == 1:
            yield from _single(block[0], ends)
        else:
            yield from _side_by_side(block)


def _single(line: TextLine, ends: _LineEnds) -> Iterator[SourceItem]:
    place = SourcePlace(line.page, line.number)
    if line.text == "\f" or ends.is_page_number(line):
        yield SourceBreak(place)
    elif line.text.strip():
        yield source_line(line.text, place, hard_break=ends.is_hard(line))


def source_line(text: str, place: SourcePlace, *, hard_break: bool = True) -> SourceLine:
    """Make a source line out of a line of plain text."""
    body = text.strip()
    indent = text[: len(text) - len(text.lstrip())]
    width = sum(_TAB_MM if char == "\t" else _SPACE_MM for char in indent)
    rich = read_marks(re.sub(r"\s*\t\s*", " ", body))
    runs = [run for run in rich.runs() if run.text.strip()]
    return SourceLine(
        rich, place, indent_mm=width, hard_break=hard_break,
        bold=bool(runs) and all(run.bold for run in runs),
        italic=bool(runs) and all(run.italic for run in runs),
    )  # fmt: skip


# Two columns made with spaces or a tab ---------------------------------------------------------


def _pieces(line: str) -> list[str]:
    """Return the pieces of a line that a wide gap parts, the label not parted from its text."""
    pieces = _GAP.split(line.strip())
    if len(pieces) > 1 and _LABEL.match(pieces[0]):
        pieces[:2] = [f"{pieces[0]} {pieces[1]}"]
    return pieces if all(len(piece) <= _LONGEST_PIECE for piece in pieces) else [line.strip()]


def _column_blocks(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Yield lines one by one, and together those that stand in two columns."""
    index = 0
    while index < len(lines):
        end = _columns_end(lines, index)
        yield list(lines[index:end])
        index = end


def _columns_end(lines: Sequence[TextLine], start: int) -> int:
    """Return where the two columns opened at `start` end; the next line if there are none."""
    if len(_pieces(lines[start].text)) < 2:
        return start + 1
    end = start + 1
    for index in range(start + 1, min(len(lines), start + 40)):
        text = lines[index].text
        if fold(text).strip(" .:") in KIND_TITLES:
            break
        if len(_pieces(text)) == 2 or (text.strip() and _is_right(text)):
            end = index + 1
        elif len(text) > _LONG_LINE or index - end > 6:
            break
    return end


def _is_right(text: str) -> bool:
    return len(text.expandtabs(8)) - len(text.expandtabs(8).lstrip()) >= _RIGHT_COLUMN


def _side_by_side(lines: Sequence[TextLine]) -> Iterator[SourceItem]:
    """Yield the left column, then the right."""
    left: list[tuple[str, SourcePlace]] = []
    right: list[tuple[str, SourcePlace]] = []
    for line in lines:
        place = SourcePlace(line.page, line.number)
        pieces = _pieces(line.text)
        if len(pieces) > 1:
            left.append((pieces[0], place))
            right += [(piece, place) for piece in pieces[1:]]
        elif line.text.strip():
            (right if _is_right(line.text) else left).append((line.text.strip(), place))
    for text, place in [*left, *right]:
        yield source_line(text, place)


# Where lines and pages end -------------------------------------------------------------------


class _LineEnds:
    """Tells ends of paragraphs from wraps, and page numbers from numbers."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._width = _wrap_width(line.text for line in lines)
        self._next = dict(_following(lines))
        self._page_numbers = frozenset(_page_number_lines(lines))

    def is_page_number(self, line: TextLine) -> bool:
        return line.number in self._page_numbers

    def is_hard(self, line: TextLine) -> bool:
        """Tell whether the paragraph ends with this line."""
        following, touching = self._next.get(line.number, ("", False))
        if not following or _LABEL_START.match(following):
            return True
        if self._width and touching:
            first_word = following.split(maxsplit=1)[0]
            return len(line.text.rstrip()) + 1 + len(first_word) <= self._width
        return not _cut_sentence(line.text, following)


def _cut_sentence(text: str, following: str) -> bool:
    """Tell whether a long line without an end goes on in small letters below."""
    unfinished = len(text) >= _LONG_LINE and not _SENTENCE_END.search(text)
    return unfinished and not text.isupper() and following.lstrip()[0].islower()


def _following(lines: Sequence[TextLine]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Yield for each line the next one with words, and whether it follows directly."""
    following, touching = "", False
    for line in reversed(lines):
        if not line.text.strip() or line.text == "\f" or _PAGE_NUMBER.match(line.text):
            touching = False
            continue
        yield line.number, (following, touching)
        following, touching = line.text, True


def _wrap_width(texts: Iterable[str]) -> int:
    """Return the width at which the lines were wrapped by hand or by a converter, 0 if not."""
    lengths = sorted(len(text.rstrip()) for text in texts if text.strip())
    if len(lengths) < 8 or lengths[-1] not in _WRAP_WIDTHS:
        return 0
    full = sum(length >= 0.8 * lengths[-1] for length in lengths)
    return lengths[-1] if full >= 0.3 * len(lengths) else 0


def _page_number_lines(lines: Sequence[TextLine]) -> Iterator[int]:
    """Yield the lines that hold nothing but the number of a page, each one more than the last."""
    expected: set[int] = {1, 2}
    for index, line in enumerate(lines):
        found = _PAGE_NUMBER.match(line.text)
        if not found or int(found[1]) not in expected or not _stands_alone(lines, index):
            continue
        expected = {int(found[1]) + 1}
        yield line.number


def _stands_alone(lines: Sequence[TextLine], index: int) -> bool:
    before = lines[index - 1].text if index else ""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return not before.strip() or not after.strip()

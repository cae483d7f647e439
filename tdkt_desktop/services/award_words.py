"""What awards are called: the catalogue as lists, forms and pasted cells need it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardKind
from tdkt_desktop.rules.facts import SubjectKind
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from tdkt_desktop.rules.law_book import LawBook

_SIGNS: Final = re.compile(r"[^a-z0-9]+")
_BETWEEN: Final = re.compile(r"\s*[;,\n/+]\s*|\s+và\s+")


@dataclass(frozen=True, slots=True)
class AwardWord:
    """An award as it is called on a day, and who may receive it."""

    code: str
    name: str
    kind: AwardKind
    individual: bool = True
    collective: bool = False


class AwardWords:
    """Finds awards by code and by what people write."""

    def __init__(self, known_on: Callable[[date], Sequence[AwardWord]]) -> None:
        self._known_on = known_on

    def on(self, day: date) -> tuple[AwardWord, ...]:
        """Return the awards of a day in the order of the catalogue."""
        return tuple(self._known_on(day))

    def find(self, code: str, day: date) -> AwardWord:
        """Return an award; raises InputError for a code that the day does not know."""
        for word in self.on(day):
            if word.code == code:
                return word
        raise InputError(
            _("Không có danh hiệu, hình thức khen thưởng mã “{code}” vào ngày này.").format(
                code=code
            ),
            _("Xin chọn trong danh mục, hoặc bổ sung danh mục của trường."),
        )

    def name(self, code: str, day: date) -> str:
        """Return what an award is called; the code itself where nobody knows."""
        return next((word.name for word in self.on(day) if word.code == code), code)

    def read(self, text: str, day: date, *, collective: bool = False) -> tuple[str, ...]:
        """Return the codes that a cell names: "LĐTT, CSTĐCS"; an empty cell names none.

        Raises InputError saying which words nobody understands.
        """
        words = [
            word for word in self.on(day) if (word.collective if collective else word.individual)
        ]
        found = []
        for part in filter(None, map(clean_line, _BETWEEN.split(text))):
            code = _code_of(part, words)
            if code is None:
                raise InputError(
                    _("Không hiểu “{text}” là danh hiệu hay hình thức khen thưởng nào.").format(
                        text=part
                    ),
                    _("Xin ghi tên đầy đủ hoặc mã trong danh mục, cách nhau bằng dấu phẩy."),
                )
            found.append(code)
        return tuple(dict.fromkeys(found))


def words_of(book: LawBook) -> tuple[AwardWord, ...]:
    """Return the awards of the law as the school has it, in the catalogue's order."""
    return tuple(
        AwardWord(
            code=award.code,
            name=award.name,
            kind=AwardKind.TITLE if award.kind == AwardKind.TITLE.value else AwardKind.COMMENDATION,
            individual=SubjectKind.INDIVIDUAL in award.subjects,
            collective=SubjectKind.COLLECTIVE in award.subjects,
        )
        for award in sorted(book.awards.values(), key=lambda award: (award.place, award.code))
    )


def _code_of(text: str, words: Iterable[AwardWord]) -> str | None:
    words, wanted = tuple(words), _bare(text)
    for word in words:
        if wanted in {_bare(word.code), _bare(word.name), _initials(word.name)}:
            return word.code
    parts = _parts(text)
    return next((word.code for word in words if _shortens(parts, _parts(word.name))), None)


def _shortens(written: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether words are those of a name, or initials of several: "tập thể LĐTT"."""
    if not written or not name:
        return not written and not name
    first, rest = written[0], written[1:]
    if first == name[0] and _shortens(rest, name[1:]):
        return True
    initials = "".join(word[0] for word in name[: len(first)])
    return first == initials and _shortens(rest, name[len(first) :])


def _parts(text: str) -> tuple[str, ...]:
    return tuple(word for word in _SIGNS.split(fold(text)) if word)


def _bare(text: str) -> str:
    return _SIGNS.sub("", fold(text))


def _initials(name: str) -> str:
    """Return the letters that people shorten a name to: "cstdcs"."""
    return "".join(word[0] for word in _parts(name))

"""What rolling a plan to another year changes: values that a person accepts or refuses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import DocumentNumber, OfficialDocument
from tdkt_desktop.documents.places import Place, at, replaced
from tdkt_desktop.documents.richtext import Mark, RichText

if TYPE_CHECKING:
    from collections.abc import Iterable


NUMBER_PATH: Final = "number"
DATE_PATH: Final = "issued_on"


class ChangeKind(StrEnum):
    """What a change is about; the stored values are stable."""

    DUE = "due"
    YEAR = "year"
    SCHOOL_YEAR = "school-year"
    ANNIVERSARY = "anniversary"
    CAN_CHI = "can-chi"
    BASIS = "basis"
    BODY = "body"
    NUMBER = "number"
    DATE = "date"


class ChangeStatus(StrEnum):
    """Whether a change is sure, or made but for a person to decide on."""

    APPLIED = "applied"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Other words for the range `start`..`end` of a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change at a place: the words before and after, and the edits that make them.

    `reason` says in a sentence what a person must decide; `offer` holds what else they could
    choose (with `offer_text` to show; empty for leaving the words out).
    """

    place: Place
    kind: ChangeKind
    before: str
    after: str
    status: ChangeStatus = ChangeStatus.APPLIED
    edits: tuple[Edit, ...] = ()
    reason: str = ""
    offer: tuple[Edit, ...] = ()
    offer_text: str = ""

    @property
    def asked(self) -> bool:
        """Tell whether a person must decide."""
        return self.status is ChangeStatus.ASKED

    def with_offer(self) -> Change:
        """Return the change that makes what was offered instead; itself where nothing was."""
        if not self.offer:
            return self
        return replace(
            self, edits=self.offer, after=self.offer_text, offer=(), offer_text="", reason=""
        )


@dataclass(frozen=True, slots=True)
class RollPlan:
    """A plan of another year before its changes, the changes, and what is left to a person."""

    document: OfficialDocument
    changes: tuple[Change, ...]
    left: tuple[str, ...]


def apply(document: OfficialDocument, changes: Iterable[Change]) -> OfficialDocument:
    """Return the document with these changes made; the places are those before any change."""
    by_path: dict[str, list[Edit]] = {}
    for change in changes:
        if change.place.path == NUMBER_PATH:
            document = replace(document, number=DocumentNumber("", document.number.symbol))
        elif change.place.path == DATE_PATH:
            document = replace(document, issued_on=None)
        else:
            by_path.setdefault(change.place.path, []).extend(change.edits)
    for path, edits in by_path.items():
        document = replaced(document, path, _edited(at(document, path), edits))
    return document


def _edited(old: RichText | str, edits: list[Edit]) -> RichText | str:
    """Put the new words in, from the last to the first so that places stay right."""
    if isinstance(old, str):
        return _edited_rich(RichText(old), edits).plain
    return _edited_rich(old, edits)


def _edited_rich(text: RichText, edits: list[Edit]) -> RichText:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + _dressed(text, edit) + text[edit.end :]
    return text


def _dressed(text: RichText, edit: Edit) -> RichText:
    """Give new words the look that the old ones began with."""
    styles = {mark.style for mark in text.marks if mark.start <= edit.start < mark.end}
    return RichText(edit.text, tuple(Mark(0, len(edit.text), style) for style in styles))


def edited_plain(text: str, edits: Iterable[Edit]) -> str:
    """Return plain words with the edits made."""
    return _edited_rich(RichText(text), list(edits)).plain

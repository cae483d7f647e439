"""What the parser of arguments says about a wrong command, in the language of the interface."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import UsageError
from tdkt_desktop.i18n import LANGUAGES, N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGEST_ID: Final = 2**63 - 1
_LARGEST_DIGITS: Final = 19

# What argparse says, and how the program says it: named groups are carried over.
_SENTENCES: Final = tuple(
    (re.compile(pattern, re.S), words)
    for pattern, words in (
        (r"the following arguments are required: (?P<names>.+)", N_("Còn thiếu: {names}.")),
        (r"one of the arguments (?P<names>.+) is required", N_("Cần một trong các mục: {names}.")),
        (r"unrecognized arguments: (?P<names>.+)", N_("Không hiểu: {names}.")),
        (
            r"argument (?P<name>[^:]+): invalid choice: (?P<value>.+) "
            r"\(choose from (?P<names>.+)\)",
            N_("{name} không nhận {value}. Dùng được: {names}."),
        ),
        (r"argument (?P<name>[^:]+): expected one argument", N_("{name} còn thiếu giá trị.")),
        (
            r"argument (?P<name>[^:]+): not allowed with argument (?P<names>.+)",
            N_("{name} không dùng cùng với {names}."),
        ),
        (
            r"ambiguous option: (?P<name>\S+) could match (?P<names>.+)",
            N_("{name} chưa rõ là mục nào: {names}."),
        ),
        (
            r"argument (?P<name>[^:]+): ignored explicit argument (?P<value>.+)",
            N_("{name} không nhận giá trị {value}."),
        ),
        (r"argument (?P<name>[^:]+): (?P<value>.+)", N_("{name}: {value}.")),
    )
)


class Formatter(argparse.HelpFormatter):
    """Help whose own words follow the language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Sequence[argparse.Action],  # type: ignore[override]  # the stub asks for Iterable
        groups: Sequence[argparse._MutuallyExclusiveGroup],  # type: ignore[override]  # likewise
        prefix: str | None = None,
    ) -> None:
        """Begin with our word for "usage"."""
        super().add_usage(usage, actions, groups, _("Cách dùng: ") if prefix is None else prefix)


def said(message: str) -> str:
    """Return what argparse says, in the language of the interface."""
    for pattern, words in _SENTENCES:
        if match := pattern.fullmatch(message):
            return _(words).format(**match.groupdict())
    return message


def record_number(text: str) -> int:
    """Read the number of a record, as an option of the command line."""
    try:
        return number_of(text)
    except UsageError as error:
        raise argparse.ArgumentTypeError(error.message.rstrip(".")) from error


def number_of(text: str) -> int:
    """Return the number of a record; raises UsageError where no record can have it."""
    word = text.strip().removeprefix("-")
    if not (word.isdecimal() and len(word) <= _LARGEST_DIGITS and int(word) <= _LARGEST_ID):
        raise UsageError(_("“{text}” không phải là mã số.").format(text=text[:40]))
    return int(text)


def language_in(arguments: Sequence[str]) -> str:
    """Return the language that the arguments ask for, before they are read as a whole."""
    for word, value in zip(arguments, [*arguments[1:], ""], strict=True):
        asked = value if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in LANGUAGES:
            return asked
    return ""

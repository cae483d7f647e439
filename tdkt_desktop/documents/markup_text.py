r"""Escapes of the plan text format: how any text is written on one line that means only itself.

`\` before a sign takes its meaning away, `\n` is a line break, and a `\` at the very end of a line
or a cell ends the text there, so that a space or an end mark before it is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tdkt_desktop.documents.richtext import RichText

BLANKS: Final = " \t"
"""What is trimmed from lines and cells; a no-break space is text."""

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_NUMBER_MARK = r"\d+(?:\.\d+)*\.|[a-zđ]{1,2}\)"
_STARTS = re.compile(rf"(?:#|\||\[|[-–—+§](?:\s|$)|\+\+\+$|(?P<number>{_NUMBER_MARK})(?:\s|$))")
_ESCAPED_NUMBER = re.compile(rf"^\\(?=(?:{_NUMBER_MARK})(?:\s|$))")


@dataclass
class MarkupFault(Exception):  # noqa: N818 - a place and a reason, turned into an error for people
    """What is wrong in a line; `line` counts from 1 in the text that is read."""

    line: int
    reason: str


def write_rich(text: RichText, also: str = "") -> str:
    """Write a text with its marks on one line; `also` names further signs to escape."""
    return _closed(_signs_escaped(text.to_markup().replace("\n", r"\n"), also))


def write_plain(text: str, also: str = "") -> str:
    """Write a text without marks on one line."""
    return _closed(_signs_escaped(text.replace("\\", r"\\").replace("\n", r"\n"), also))


def read_rich(written: str) -> RichText:
    """Read what `write_rich` writes."""
    return RichText.from_markup(_ESCAPE.sub(_rich_escape, _opened(written)))


def read_plain(written: str) -> str:
    """Read what `write_plain` writes."""
    return _ESCAPE.sub(_plain_escape, _opened(written))


def guarded(line: str) -> str:
    """Escape the start of a written text if a reader would take it for a mark of the format."""
    if _STARTS.match(line):
        return f"\\{line}"
    if _ESCAPED_NUMBER.match(line):
        return line.replace(")", r"\)", 1)
    return line


def unguarded(line: str) -> str:
    """Take off the backslash that `guarded` or a person put before a number."""
    return _ESCAPED_NUMBER.sub("", line)


def ends_open(written: str) -> bool:
    """Tell whether a line or a cell ends with a backslash of its own."""
    return (len(written) - len(written.rstrip("\\"))) % 2 == 1


def ended(written: str) -> str:
    """Write the backslash that keeps an end mark from being trimmed."""
    return written if ends_open(written) else f"{written}\\"


def split(written: str, sign: str) -> list[str]:
    """Split at each `sign` that no backslash escapes, and trim the pieces."""
    found = re.finditer(rf"\\.|{re.escape(sign)}", written)
    cuts = [match.start() for match in found if match[0] == sign]
    return [
        written[start + 1 : end].strip(BLANKS) for start, end in pairwise([-1, *cuts, len(written)])
    ]


def _signs_escaped(written: str, signs: str) -> str:
    """Put a backslash before every sign of `signs`; none of them is a star or a backslash."""
    return re.sub(rf"[{re.escape(signs)}]", r"\\\g<0>", written) if signs else written


def _closed(written: str) -> str:
    """Guard blanks at both ends; an empty text is a lone backslash."""
    if not written or written[-1] in BLANKS:
        written += "\\"
    return f"\\{written}" if written[0] in BLANKS else written


def _opened(written: str) -> str:
    return written[:-1] if ends_open(written) else written


def _rich_escape(match: re.Match[str]) -> str:
    """Resolve an escape, but leave stars and backslashes to the reader of marks."""
    sign = match[1]
    if sign == "n":
        return "\n"
    return match[0] if sign in "\\*" or sign.isalnum() else sign


def _plain_escape(match: re.Match[str]) -> str:
    sign = match[1]
    if sign == "n":
        return "\n"
    return match[0] if sign.isalnum() else sign

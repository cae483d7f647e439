"""The plan text format: templates of documents as files that people can write.

resources/templates/README.md describes the format for the people who write in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import Annex, OfficialDocument, Orientation, Signature
from tdkt_desktop.documents.end_marks import without_end_mark
from tdkt_desktop.documents.markup_blocks import read_blocks, write_blocks
from tdkt_desktop.documents.markup_meta import FENCE, read_meta, write_meta
from tdkt_desktop.documents.markup_text import (
    BLANKS,
    MarkupFault,
    ended,
    ends_open,
    guarded,
    read_plain,
    read_rich,
    split,
    unguarded,
    write_plain,
    write_rich,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.template import Template, TemplateMeta
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.blocks import Block

_TITLE, _TO, _GROUNDS, _PREAMBLE = "tiêu đề", "kính gửi", "căn cứ", "mở đầu"
_BODY, _CLOSING, _RECIPIENTS = "nội dung", "kết", "nơi nhận"
_SIGNATURE, _CO_SIGNATURE, _ANNEX = "ký", "ký cùng", "phụ lục"
_SECTIONS: Final = (
    _TITLE, _TO, _GROUNDS, _PREAMBLE, _BODY, _CLOSING, _RECIPIENTS, _SIGNATURE, _CO_SIGNATURE,
)  # fmt: skip
_FOLDED: Final = {fold(name): name for name in _SECTIONS}
_SIGNATURE_KEYS: Final = {"chức vụ": "title", "chức danh": "office", "họ tên": "name"}
_AUTHORITY: Final = "thẩm quyền"
_ORIENTATIONS: Final = {
    "portrait": Orientation.PORTRAIT,
    "doc": Orientation.PORTRAIT,
    "landscape": Orientation.LANDSCAPE,
    "ngang": Orientation.LANDSCAPE,
}
_HEADER = re.compile(r"\[(?P<name>.*)\](?:[ \t]*\|[ \t]*(?P<after>\w+))?")
_LIST_DASH = re.compile(r"^[-–—][ \t]+")

_Line = tuple[int, str]


@dataclass
class _Part:
    """A section of a file: its header and its lines that are not blank."""

    line: int
    name: str
    rest: str = ""
    lines: list[_Line] = field(default_factory=list)


def parse_template(text: str, source: str = "") -> Template:
    """Read a template; raises InputError naming `source`, the line, and what is wrong in it."""
    try:
        lines = [line.strip(BLANKS) for line in clean(text).split("\n")]
        fence = _closing_fence(lines)
        meta = read_meta(2, lines[1:fence])
        return Template(meta, _document(meta, _parts(lines, fence + 1)))
    except MarkupFault as fault:
        raise _told(fault, source) from fault


def parse_blocks(text: str, source: str = "") -> tuple[Block, ...]:
    """Read blocks alone, as a clause of a library holds them; raises InputError."""
    lines = [line.strip(BLANKS) for line in clean(text).split("\n")]
    try:
        return tuple(read_blocks([(i, line) for i, line in enumerate(lines, 1) if line]))
    except MarkupFault as fault:
        raise _told(fault, source) from fault


def dump_blocks(blocks: Sequence[Block]) -> str:
    """Write blocks alone, so that `parse_blocks` gives them back."""
    return "".join(f"{line}\n" for line in write_blocks(blocks))


def dump_template(template: Template) -> str:
    """Write a template so that `parse_template` gives it back; uids of rows are not written."""
    lines = (write_meta(template.meta), *_dumped(template.meta, template.document))
    return "\n".join(lines) + "\n"


def _told(fault: MarkupFault, source: str) -> InputError:
    where = _("Dòng {line}").format(line=fault.line)
    place = f"{source}, {where[0].lower()}{where[1:]}" if source else where
    return InputError(f"{place}: {fault.reason}.", _("Hãy sửa dòng này rồi mở lại tệp."))


def _closing_fence(lines: list[str]) -> int:
    if lines[0] != FENCE:
        raise MarkupFault(1, _("tệp mẫu phải bắt đầu bằng dòng +++"))
    try:
        return lines.index(FENCE, 1)
    except ValueError as error:
        raise MarkupFault(len(lines), _("phần khai báo không có dòng +++ đóng lại")) from error


def _parts(lines: list[str], start: int) -> list[_Part]:
    parts: list[_Part] = []
    for number, line in enumerate(lines[start:], start + 1):
        header = _HEADER.fullmatch(line)
        if header:
            parts.append(_opened_part(number, header))
        elif line and not parts:
            raise MarkupFault(number, _("chữ đứng trước phần đầu tiên, ví dụ [tiêu đề]"))
        elif line:
            parts[-1].lines.append((number, line))
    return parts


def _opened_part(number: int, header: re.Match[str]) -> _Part:
    name, colon, rest = header["name"].partition(":")
    folded = fold(name.strip(BLANKS))
    if folded == fold(_ANNEX):
        after = f" | {header['after']}" if header["after"] else ""
        return _Part(number, _ANNEX, f"{rest.strip(BLANKS)}{after}")
    if folded not in _FOLDED or colon or header["after"]:
        reason = _("không có phần [{name}]; chỉ có {known}. Nếu đây là chữ thường thì viết \\[")
        known = ", ".join(f"[{section}]" for section in (*_SECTIONS, f"{_ANNEX}: …"))
        raise MarkupFault(number, reason.format(name=header["name"], known=known))
    return _Part(number, _FOLDED[folded])


def _document(meta: TemplateMeta, parts: list[_Part]) -> OfficialDocument:
    single: dict[str, _Part] = {}
    for part in parts:
        if part.name in single:
            raise MarkupFault(
                part.line, _("phần [{name}] xuất hiện hai lần").format(name=part.name)
            )
        if part.name != _ANNEX:
            single[part.name] = part
    lines = {name: part.lines for name, part in single.items()}
    title, subject = _read_title(lines.get(_TITLE, []))
    return OfficialDocument(
        kind=meta.kind,
        title=title,
        subject=subject,
        addressees=tuple(map(read_plain, _entries(lines.get(_TO, [])))),
        grounds=tuple(map(read_rich, _entries(lines.get(_GROUNDS, [])))),
        preamble=_paragraphs(lines.get(_PREAMBLE, [])),
        body=tuple(read_blocks(lines.get(_BODY, []))),
        closing=_paragraphs(lines.get(_CLOSING, [])),
        signature=_read_signature(lines.get(_SIGNATURE, [])),
        co_signature=_read_signature(lines[_CO_SIGNATURE]) if _CO_SIGNATURE in lines else None,
        recipients=tuple(map(read_plain, _entries(lines.get(_RECIPIENTS, [])))),
        annexes=tuple(_read_annex(meta, part) for part in parts if part.name == _ANNEX),
    )


def _read_title(lines: list[_Line]) -> tuple[str, RichText]:
    """Read the title of the kind, then the subject on one or more lines."""
    texts = [unguarded(line) for _number, line in lines]
    subject = "\\n".join(texts[1:])
    return read_plain("".join(texts[:1])), read_rich(subject) if subject else RichText()


def _paragraphs(lines: list[_Line]) -> tuple[RichText, ...]:
    return tuple(read_rich(unguarded(line)) for _number, line in lines)


def _entries(lines: list[_Line]) -> Iterator[str]:
    """Yield the entries of a list without the dash and the end mark that people type."""
    for _number, line in lines:
        entry = unguarded(_LIST_DASH.sub("", line))
        yield entry if ends_open(entry) else without_end_mark(entry)


def _read_signature(lines: list[_Line]) -> Signature:
    values: dict[str, str] = {}
    authority: tuple[str, ...] = ()
    names = {fold(name): name for name in (*_SIGNATURE_KEYS, _AUTHORITY)}
    for number, line in lines:
        key, equals, value = line.partition("=")
        name = names.get(fold(key.strip(BLANKS)))
        if not equals or name is None:
            known = ", ".join(names.values())
            reason = _("phần ký gồm các dòng “khoá = giá trị”, khoá là một trong: {known}")
            raise MarkupFault(number, reason.format(known=known))
        value = value.strip(BLANKS)
        if name == _AUTHORITY:
            authority = tuple(read_plain(part) for part in split(value, ";") if part)
        else:
            values[_SIGNATURE_KEYS[name]] = read_plain(value)
    return Signature(authority, **values)


def _read_annex(meta: TemplateMeta, part: _Part) -> Annex:
    title, *after = split(part.rest, "|")
    if not after:
        orientation = meta.orientation
    elif len(after) == 1 and fold(after[0]) in _ORIENTATIONS:
        orientation = _ORIENTATIONS[fold(after[0])]
    else:
        raise MarkupFault(part.line, _("sau tên phụ lục chỉ ghi | portrait hoặc | landscape"))
    return Annex(read_rich(title), tuple(read_blocks(part.lines)), orientation)


def _dumped(meta: TemplateMeta, document: OfficialDocument) -> Iterator[str]:
    yield f"[{_TITLE}]"
    yield guarded(write_plain(document.title))
    if document.subject.plain:
        yield guarded(write_rich(document.subject))
    yield from _section(_TO, map(_entry, map(write_plain, document.addressees)))
    yield from _section(_GROUNDS, map(_entry, map(write_rich, document.grounds)))
    yield from _section(_PREAMBLE, map(guarded, map(write_rich, document.preamble)))
    yield from _section(_BODY, write_blocks(document.body))
    yield from _section(_CLOSING, map(guarded, map(write_rich, document.closing)))
    yield from _section(_RECIPIENTS, map(_entry, map(write_plain, document.recipients)))
    yield from _section(_SIGNATURE, _written_signature(document.signature))
    if document.co_signature is not None:
        yield from ("", f"[{_CO_SIGNATURE}]", *_written_signature(document.co_signature))
    for annex in document.annexes:
        turned = "" if annex.orientation is meta.orientation else f" | {annex.orientation}"
        yield from ("", f"[{_ANNEX}: {write_rich(annex.title, '|')}{turned}]")
        yield from write_blocks(annex.blocks)


def _section(name: str, lines: Iterator[str]) -> Iterator[str]:
    written = list(lines)
    if written:
        yield from ("", f"[{name}]", *written)


def _entry(written: str) -> str:
    """Keep an end mark that belongs to the words."""
    return guarded(written if without_end_mark(written) == written else ended(written))


def _written_signature(signature: Signature) -> Iterator[str]:
    if signature.authority:
        lines = (write_plain(line, ";") for line in signature.authority)
        joined = "; ".join(f"{line} " if ends_open(line) else line for line in lines)
        yield f"{_AUTHORITY} = {joined}".rstrip(BLANKS)
    for name, part in _SIGNATURE_KEYS.items():
        value: str = getattr(signature, part)
        if value:
            yield f"{name} = {write_plain(value)}"

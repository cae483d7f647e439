"""The block below the text: who receives it and who signs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.pieces import Line, SignatureFlow
from tdkt_desktop.exports.printable import printable

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument, Signature
    from tdkt_desktop.documents.page_settings import Layout


def signature_flow(document: OfficialDocument, layout: Layout) -> SignatureFlow:
    """Return the printed block of signature and recipients.

    A second signature, of minutes, stands on the left with the recipients below it (L69).
    """
    rules = layout.profile.signature
    total = layout.portrait.text_width
    left = total * rules.left / (rules.left + rules.right)
    second = document.co_signature
    lines = [*_signature(second, layout)] if second else []
    lines += _recipients(document, layout, below=second is not None)
    return SignatureFlow(
        left_width=left,
        right_width=total - left,
        left=_set_off(lines, rules.before),
        right=_set_off(_signature(document.signature, layout), rules.before),
    )


def _set_off(lines: list[Line], gap: float) -> tuple[Line, ...]:
    """Give the first line of a column its distance from the text above."""
    if not lines:
        return ()
    first = lines[0]
    style = replace(first.style, before=first.style.before + gap)
    return (replace(first, style=style), *lines[1:])


def _signature(signature: Signature, layout: Layout) -> list[Line]:
    """Return the lines of a signature; the gap for signing is above the last one or two (L61)."""
    above = [(Role.SIGNING_AUTHORITY, entry) for entry in signature.authority]
    above.append((Role.SIGNER_TITLE, signature.title))
    below = [(Role.SIGNER_OFFICE, signature.office), (Role.SIGNER_NAME, signature.name)]
    lines = [_line(layout, role, text) for role, text in above if text.strip()]
    signed = [_line(layout, role, text) for role, text in below if text.strip()]
    if signed:
        first = signed[0]
        gap = replace(first.style, before=first.style.before + _gap(layout))
        signed[0] = replace(first, style=gap)
    return lines + signed


def _gap(layout: Layout) -> float:
    """Return the room for a signature in points."""
    return layout.profile.signature.gap * 72 / 25.4


def _line(layout: Layout, role: Role, text: str) -> Line:
    return Line(role, layout.style(role), RichText(printable(text).strip()))


def _recipients(document: OfficialDocument, layout: Layout, *, below: bool) -> list[Line]:
    entries = [entry for entry in document.recipients if entry.strip()]
    if not entries:
        return []
    head = _line(layout, Role.RECIPIENTS_HEAD, layout.profile.words.recipients_head)
    if below:
        head = replace(head, style=replace(head.style, before=layout.profile.signature.before))
    return [head, *(replace(_line(layout, Role.RECIPIENT, e), label="-") for e in entries)]

"""`unreferenced-appendix`: an annex that no sentence of the document names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.appendix_mentions import mentions, says_attached
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, missing
from tdkt_desktop.documents.places import Place, join
from tdkt_desktop.documents.walk import annex_name
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "unreferenced-appendix"


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield the annexes that stand there without a word about them."""
    document = sheet.document
    named = {mention.number for mention in mentions(sheet)}
    several = len(document.annexes) > 1
    if None in named or (not several and (named or says_attached(sheet))):
        return
    for index in range(len(document.annexes)):
        if index + 1 in named:
            continue
        label = annex_name(document, index)
        message = _("Không câu nào trong văn bản nhắc tới {annex}.").format(annex=label)
        place = Place(join("annexes", index, "title"), label)
        yield missing(
            _CODE, Severity.WARNING, place, message, _("({annex} kèm theo)").format(annex=label)
        )

"""The stored form of a document: compact JSON with a version number inside."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.documents import blocks, document
from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import StoreError
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from cattrs import Converter

FORMAT: Final = 1
"""The version of the stored form; a change of the tree that old text cannot fill raises it."""

_FORMAT_KEY: Final = "format"
_BLOCK_KEY: Final = "is"
_WITH_DEFAULTS: Final = (
    blocks.Column,
    blocks.Row,
    blocks.RowGroup,
    blocks.Picture,
    blocks.Table,
    document.Letterhead,
    document.DocumentNumber,
    document.Signature,
    document.Annex,
    OfficialDocument,
)


def to_json(tree: OfficialDocument) -> str:
    """Return the stored form of a document; what has its default value is left out."""
    stored = {_FORMAT_KEY: FORMAT, **_converter().unstructure(tree)}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> OfficialDocument:
    """Read the stored form; raises StoreError for damaged text and for a newer format."""
    try:
        stored = json.loads(text)
        version = stored.pop(_FORMAT_KEY)
        newer = version > FORMAT
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise _damaged() from error
    if newer:
        raise StoreError(
            _("Văn bản này được lưu bằng phiên bản mới hơn của chương trình."),
            _("Hãy cập nhật chương trình rồi mở lại; nội dung văn bản vẫn còn nguyên."),
        )
    return _structured(stored)


def _structured(stored: dict[str, Any]) -> OfficialDocument:
    from cattrs.errors import BaseValidationError

    try:
        return _converter().structure(stored, OfficialDocument)
    except (BaseValidationError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise _damaged() from error


def _damaged() -> StoreError:
    return StoreError(
        _("Nội dung đã lưu của văn bản bị hỏng, không đọc được."),
        _("Hãy khôi phục từ bản sao lưu gần nhất."),
    )


@cache
def _converter() -> Converter:
    """Build the converter at its first use: cattrs is slow to import."""
    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn
    from cattrs.strategies import configure_tagged_union

    converter = Converter(detailed_validation=False)
    _add_values(converter)
    configure_tagged_union(blocks.Block, converter, _block_tag, _BLOCK_KEY)
    for shape in _WITH_DEFAULTS:
        omitting = make_dict_unstructure_fn(shape, converter, _cattrs_omit_if_default=True)
        converter.register_unstructure_hook(shape, omitting)
    return converter


def _add_values(converter: Converter) -> None:
    """Teach the converter the values that are stored as one string."""
    converter.register_unstructure_hook(RichText, RichText.to_markup)
    converter.register_structure_hook(RichText, lambda text, _type: _rich_text(text))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _type: date.fromisoformat(text))
    converter.register_unstructure_hook(SchoolYear, str)
    converter.register_structure_hook(SchoolYear, lambda text, _type: SchoolYear.parse(text))


def _rich_text(markup: str) -> RichText:
    """Read marks only where there can be any: most texts have none."""
    if "*" in markup or "\\" in markup:
        return RichText.from_markup(markup)
    return RichText(markup)


def _block_tag(shape: type) -> str:
    return shape.__name__.lower()

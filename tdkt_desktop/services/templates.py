"""Use cases about templates: the shipped ones under the school's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.documents.markup import dump_template, parse_template
from tdkt_desktop.documents.template import TemplateMeta, as_template
from tdkt_desktop.errors import InputError, UsageError, system_words
from tdkt_desktop.i18n import _
from tdkt_desktop.models.library import SchoolTemplate
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import BinaryIO

    from sqlalchemy.orm import Session

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.template import Template
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

ENDING: Final = ".tdkt.md"
_LARGEST_FILE: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """A template in the list: a shipped one, the school's edition of one, or the school's own."""

    meta: TemplateMeta
    own: bool = False
    edited: bool = False
    hidden: bool = False


class TemplateService:
    """Lists, reads, keeps, and exchanges templates."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, *, with_hidden: bool = False) -> tuple[TemplateEntry, ...]:
        """Return the templates, the shipped ones first."""
        rows = {key: row for key, row in self._rows().items() if key not in _shipped_papers()}
        listed = [
            _shipped_entry(template, rows.pop(key, None)) for key, template in _shipped().items()
        ]
        listed += [
            TemplateEntry(_parsed(row).meta, own=True, hidden=row.hidden) for row in rows.values()
        ]
        return tuple(entry for entry in listed if with_hidden or not entry.hidden)

    def paper_entries(self) -> tuple[TemplateEntry, ...]:
        """Return the templates of documents other than plans, as the school has them."""
        rows = self._rows()
        return tuple(
            _shipped_entry(template, rows.get(key)) for key, template in _shipped_papers().items()
        )

    def template(self, key: str) -> Template:
        """Return a template, the school's edition before the shipped one.

        Raises UsageError for a key that there is not.
        """
        row = self._rows().get(key)
        if row is not None and row.text:
            return _parsed(row)
        template = _shipped().get(key) or _shipped_papers().get(key)
        if template is None:
            raise UsageError(
                _("Không có mẫu “{key}”.").format(key=key),
                _("Các mẫu hiện có: {keys}.").format(
                    keys=", ".join(entry.meta.key for entry in self.entries())
                ),
            )
        return template

    # --- the school's own ---

    def save(self, template: Template) -> Change:
        """Keep a template: a new one, or the school's edition of a shipped one of that key."""
        key = template.meta.key
        with self._store.transaction(_("Lưu mẫu văn bản")) as act:
            row = _row_for(act.session, key)
            row.title = template.meta.name
            row.level = " ".join(template.meta.levels)
            row.kind = template.meta.kind.value
            row.based_on = key if key in _shipped() or key in _shipped_papers() else ""
            row.text = dump_template(template)
            row.deleted_at = None
        return act.change

    def save_as_template(self, document: OfficialDocument, name: str, base: TemplateMeta) -> str:
        """Keep a document as the school's own template and return its key."""
        key = self._free_key(name)
        meta = replace(base, key=key, name=name.strip())
        self.save(as_template(meta, document))
        return key

    def hide(self, key: str, *, hidden: bool = True) -> Change:
        """Take a template off the lists, or put it back."""
        with self._store.transaction(_("Ẩn hiện mẫu văn bản")) as act:
            _row_for(act.session, key).hidden = hidden
        return act.change

    def restore_shipped(self, key: str) -> Change:
        """Forget the school's edition of a shipped template; one of its own goes altogether."""
        with self._store.transaction(_("Trả mẫu về bản gốc")) as act:
            act.session.delete(_row_for(act.session, key))
        return act.change

    # --- files ---

    def export(self, key: str, target: Path, *, overwrite: bool = False) -> Path:
        """Write a template to a file that another school can take in."""
        from tdkt_desktop.exports.gateway import write_file

        data = dump_template(self.template(key)).encode()

        def fill(stream: BinaryIO) -> None:
            stream.write(data)

        return write_file(target, fill, overwrite=overwrite)

    def take_in(self, path: Path) -> str:
        """Keep the template of a file as the school's own and return its key.

        A template of the same key that the school has is replaced. Raises InputError naming the
        line where the file cannot be understood.
        """
        template = parse_template(_read_text(path), path.name)
        self.save(template)
        return template.meta.key

    # --- inside ---

    def _rows(self) -> dict[str, SchoolTemplate]:
        query = select(SchoolTemplate).where(SchoolTemplate.deleted_at.is_(None))
        with self._store.read() as session:
            rows = session.scalars(query).all()
            for row in rows:
                row.text  # noqa: B018 - loads the deferred text while the session is open
            return {row.key: row for row in rows}

    def _free_key(self, name: str) -> str:
        words = "-".join(fold(name).split())
        stem = "".join(sign for sign in words if sign.isalnum() or sign == "-") or "mau"
        taken = {entry.meta.key for entry in self.entries(with_hidden=True)}
        key, count = stem, 2
        while key in taken:
            key, count = f"{stem}-{count}", count + 1
        return key


@cache
def _shipped() -> Mapping[str, Template]:
    """Return the shipped templates of plans by key, in the order of their file names."""
    return _read_folder(resource("templates"))


@cache
def _shipped_papers() -> Mapping[str, Template]:
    """Return the shipped templates of other documents by key."""
    return _read_folder(resource("templates", "documents"))


def _read_folder(folder: Path) -> Mapping[str, Template]:
    paths = sorted(folder.glob(f"*{ENDING}"))
    templates = (parse_template(path.read_text("utf-8"), path.name) for path in paths)
    return MappingProxyType({template.meta.key: template for template in templates})


def _shipped_entry(template: Template, row: SchoolTemplate | None) -> TemplateEntry:
    if row is None:
        return TemplateEntry(template.meta)
    meta = _parsed(row).meta if row.text else template.meta
    return TemplateEntry(meta, edited=bool(row.text), hidden=row.hidden)


def _parsed(row: SchoolTemplate) -> Template:
    return parse_template(row.text, row.key)


def _row_for(session: Session, key: str) -> SchoolTemplate:
    row = session.scalars(select(SchoolTemplate).where(SchoolTemplate.key == key)).first()
    if row is None:
        row = SchoolTemplate(key=key)
        session.add(row)
    return row


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
        if len(data) > _LARGEST_FILE:
            raise InputError(_("Tệp {path} quá lớn cho một mẫu văn bản.").format(path=path))
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            _("Không mở được tệp {path}: {reason}.").format(path=path, reason=system_words(error)),
            _("Xin kiểm tra tên tệp và quyền đọc."),
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            _("Tệp {path} không phải mẫu văn bản của chương trình.").format(path=path),
            _("Xin chọn tệp có đuôi {ending}.").format(ending=ENDING),
        ) from error

"""Brings the catalogues up to date with the source: `.venv/bin/python translations/update.py`.

New messages come in without a translation and are printed; messages that are gone leave. Fill in
what is missing in translations/en/LC_MESSAGES/tdkt_desktop.po and run it again.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
LANGUAGE = "en"
CATALOGUE = ROOT / "translations" / LANGUAGE / "LC_MESSAGES" / "tdkt_desktop.po"
QT_CATALOGUE = ROOT / "translations" / "vi" / "LC_MESSAGES" / "qt.po"


def extracted() -> Catalog:
    """Return the messages of the source."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as settings:
        methods, options = parse_mapping_cfg(settings)
    made = Catalog(project="TDKT Desktop")
    found = extract_from_dir(ROOT, methods, options, keywords=KEYWORDS, directory_filter=_ours)
    for _file, _line, message, _comments, context in found:
        made.add(message, context=context)
    return made


def _ours(folder: str) -> bool:
    path = Path(folder).relative_to(ROOT)
    return path.parts[:1] in {(), ("tdkt_desktop",)}


def stored(path: Path = CATALOGUE) -> Catalog:
    """Return a catalogue as it is in the project."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def compiled(catalogue: Catalog) -> bytes:
    """Return what the program reads of a catalogue."""
    into = BytesIO()
    write_mo(into, catalogue)
    return into.getvalue()


def main() -> int:
    """Update and compile; return how many messages have no translation."""
    catalogue, fresh = stored(), extracted()
    # A new time in the head would change the file at every run.
    fresh.creation_date = catalogue.creation_date
    catalogue.update(fresh, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, no_location=True, sort_output=True, width=100)
    for path in (CATALOGUE, QT_CATALOGUE):
        path.with_suffix(".mo").write_bytes(compiled(stored(path)))
    missing = [message.id for message in catalogue if message.id and not _is_done(message.string)]
    for message in missing:
        sys.stdout.write(f"{message}\n")
    return len(missing)


def _is_done(translation: str | tuple[str, ...] | list[str]) -> bool:
    return bool(translation) and (isinstance(translation, str) or all(translation))


if __name__ == "__main__":
    sys.exit(bool(main()))

"""Reads `Vạn Lộc, ngày 05 tháng 9 năm 2026`, also where parts of it are still blank."""

from __future__ import annotations

import re
from datetime import date

from tdkt_desktop.imports.recognition.official_words import PLACE_DATE


def read_place_date(text: str) -> tuple[str, date | None, int | None]:
    """Return the place, the date if it is whole, and the year if at least that is given."""
    match = PLACE_DATE.search(text)
    if not match:
        return text.strip(" ,."), None, None
    place = (match["place"] or "").strip(" ,")
    parts = [match["day"], match["month"], match["year"]]
    day, month, year = map(_digits, re.findall(r"\d+", match["short"]) if match["short"] else parts)
    if day and month and year:
        try:
            return place, date(year, month, day), year
        except ValueError:
            return place, None, year
    return place, None, year


def _digits(text: str) -> int | None:
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits else None

"""The school as the documents need it: who it is, who stands above it and who signs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from tdkt_desktop.documents.document import DocumentNumber, Letterhead, Signature
from tdkt_desktop.documents.layout_profile import Margins
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.vietnamese.text import clean_line


class SchoolLevel(StrEnum):
    """The levels of school; the stored values are stable."""

    NURSERY = "MN"
    PRIMARY = "TH"
    LOWER_SECONDARY = "THCS"
    UPPER_SECONDARY = "THPT"
    COMBINED = "LIEN_CAP"


LEVEL_NAMES = {
    SchoolLevel.NURSERY: N_("Mầm non"),
    SchoolLevel.PRIMARY: N_("Tiểu học"),
    SchoolLevel.LOWER_SECONDARY: N_("Trung học cơ sở"),
    SchoolLevel.UPPER_SECONDARY: N_("Trung học phổ thông"),
    SchoolLevel.COMBINED: N_("Liên cấp"),
}


class Planning(StrEnum):
    """Whether the yearly plan follows the school year or the calendar year."""

    SCHOOL_YEAR = "school-year"
    WORKING_YEAR = "working-year"


class Issuer(StrEnum):
    """In whose name the plan is issued (L19)."""

    SCHOOL = "school"
    COUNCIL = "council"


class Signer(StrEnum):
    """Who signs: the principal, or a vice principal on the principal's behalf (L59)."""

    PRINCIPAL = "principal"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True)
class SchoolProfile:
    """Everything about the school that a document needs.

    `parent_body` and `issuing_lines` are printed lines; `parent_name` is the parent body in running
    text. Empty `issuing_lines` mean the official name. Margins are millimetres.
    """

    level: SchoolLevel = SchoolLevel.PRIMARY
    official_name: str = ""
    short_name: str = ""
    abbreviation: str = ""
    parent_body: tuple[str, ...] = ()
    parent_name: str = ""
    education_authority: str = ""
    place: str = ""
    principal: str = ""
    principal_title: str = "HIỆU TRƯỞNG"
    deputy: str = ""
    deputy_title: str = "PHÓ HIỆU TRƯỞNG"
    planning: Planning = Planning.SCHOOL_YEAR
    issuer: Issuer = Issuer.SCHOOL
    signer: Signer = Signer.PRINCIPAL
    council_name: str = "Hội đồng Thi đua - Khen thưởng"
    council_abbreviation: str = "HĐTĐKT"
    council_uses_seal: bool = True
    issuing_lines: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    size_preset: str = "A13"
    margin_top: float = 20.0
    margin_bottom: float = 20.0
    margin_left: float = 30.0
    margin_right: float = 15.0

    @property
    def is_named(self) -> bool:
        """Tell whether somebody has said which school this is."""
        return bool(self.official_name)


def letterhead_of(profile: SchoolProfile) -> Letterhead:
    """Return the letterhead: the school under its parent, or the council under the school.

    Names stay as they are written in a sentence; capitals are the layout's (L16, L17).
    """
    if profile.issuer is Issuer.COUNCIL:
        return Letterhead(_lines(profile.official_name), _lines(profile.council_name))
    return Letterhead(profile.parent_body, profile.issuing_lines or _lines(profile.official_name))


def _lines(name: str) -> tuple[str, ...]:
    return (name,) if name else ()


def page_settings_of(profile: SchoolProfile) -> PageSettings:
    """Return the school's choices of the page; annexes that lie keep the layout's margins."""
    margins = Margins(
        top=profile.margin_top,
        bottom=profile.margin_bottom,
        left=profile.margin_left,
        right=profile.margin_right,
    )
    return PageSettings(portrait=margins, preset=profile.size_preset)


def signature_of(profile: SchoolProfile) -> Signature:
    """Return the signature block by the school's choice (L59-L61)."""
    if profile.issuer is Issuer.COUNCIL:
        return _council_signature(profile)
    if profile.signer is Signer.DEPUTY:
        return Signature(
            (f"KT. {profile.principal_title}",), profile.deputy_title, "", profile.deputy
        )
    return Signature((), profile.principal_title, "", profile.principal)


def _council_signature(profile: SchoolProfile) -> Signature:
    sealed = profile.council_uses_seal
    if profile.signer is Signer.DEPUTY:
        office = profile.deputy_title if sealed else ""
        return Signature(("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", office, profile.deputy)
    office = profile.principal_title if sealed else ""
    return Signature(("TM. HỘI ĐỒNG",), "CHỦ TỊCH", office, profile.principal)


def symbol_of(profile: SchoolProfile, type_abbreviation: str) -> DocumentNumber:
    """Return the number of a draft: no value yet, the symbol by the issuer (L20, L23)."""
    council = profile.issuer is Issuer.COUNCIL
    body = profile.council_abbreviation if council else profile.abbreviation
    return DocumentNumber("", f"{type_abbreviation}-{body}" if body else type_abbreviation)


def profile_from(values: dict[str, Any], base: SchoolProfile, source: str) -> SchoolProfile:
    """Return `base` with the named values changed; `source` is the file they come from.

    Raises InputError for a name or a value that the profile does not know.
    """
    known = {field.name: field for field in fields(SchoolProfile)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise InputError(
            _("{source}: không có mục “{name}” trong hồ sơ nhà trường.").format(
                source=source, name=unknown[0]
            ),
            _("Các mục dùng được: {names}.").format(names=", ".join(known)),
        )
    current = {name: getattr(base, name) for name in known}
    changed = {name: _checked(name, value, current[name], source) for name, value in values.items()}
    return SchoolProfile(**(current | changed))


def _checked(name: str, value: Any, sample: Any, source: str) -> Any:
    """Return a value in the type that the profile keeps it in."""
    try:
        return _converted(value, sample)
    except (TypeError, ValueError):
        raise InputError(
            _("{source}: giá trị của “{name}” không dùng được: {value!r}.").format(
                source=source, name=name, value=value
            ),
            _("Xin sửa tệp rồi nhập lại; hồ sơ hiện có chưa thay đổi."),
        ) from None


def _converted(value: Any, sample: Any) -> Any:
    if isinstance(sample, StrEnum):
        return type(sample)(value)
    if isinstance(sample, bool):
        if not isinstance(value, bool):
            raise TypeError
        return value
    if isinstance(sample, float):
        return float(value)
    if isinstance(sample, tuple):
        lines = [value] if isinstance(value, str) else value
        return tuple(line for line in map(_line, lines) if line)
    return _line(value)


def _line(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean_line(value)

"""Colours by their meaning, for the light and the dark theme.

All text pairs have a contrast of at least 4.5 against `surface`, `window`, `rail`, `alt`, `hover`
and `soft`; borders of controls (`edge`) at least 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChipShape(StrEnum):
    """The outline of a chip: a state is never told by colour alone."""

    SOLID = "solid"
    OUTLINE = "outline"
    TINTED = "tinted"
    PILL = "pill"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is drawn: icon, chip shape, colours; an empty ground means none."""

    icon: str
    shape: ChipShape
    ink: str
    ground: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class States:
    """The looks of all states."""

    late: StateLook
    soon: StateLook
    done: StateLook
    needs_person: StateLook
    unverified: StateLook
    in_progress: StateLook
    not_started: StateLook
    waiting: StateLook
    draft: StateLook
    not_yet: StateLook


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme."""

    name: str
    window: str
    rail: str
    surface: str
    alt: str
    hover: str
    line: str
    edge: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: str
    desk: str
    mark: str
    late: str
    soon: str
    done: str
    states: States


def _states(
    late: tuple[str, str],
    soon: tuple[str, str],
    done: tuple[str, str],
    person: tuple[str, str],
    unverified: str,
    active: tuple[str, str],
    calm: tuple[str, str],
) -> States:
    """Return the looks for (ink, ground) pairs; shapes and icons are the same in all themes."""
    return States(
        late=StateLook("alert-octagon", ChipShape.SOLID, *late, bold=True),
        soon=StateLook("clock-outline", ChipShape.OUTLINE, *soon),
        done=StateLook("check-circle", ChipShape.TINTED, *done),
        needs_person=StateLook("account-question-outline", ChipShape.PILL, *person),
        unverified=StateLook("shield-alert-outline", ChipShape.DASHED, unverified, ""),
        in_progress=StateLook("circle-slice-4", ChipShape.TINTED, *active),
        not_started=StateLook("circle-outline", ChipShape.TINTED, *calm),
        waiting=StateLook("pause-circle-outline", ChipShape.TINTED, *calm),
        draft=StateLook("pencil-outline", ChipShape.TINTED, *calm),
        not_yet=StateLook("minus-circle-outline", ChipShape.OUTLINE, *calm),
    )


LIGHT = Tokens(
    name="light",
    window="#F3F3F1",
    rail="#EAEAE7",
    surface="#FFFFFF",
    alt="#F8F8F6",
    hover="#F0F0ED",
    line="#DCDBD6",
    edge="#8A8984",
    text="#1E2124",
    text2="#505458",
    text3="#62666A",
    disabled="#6B6F73",
    accent="#1F4E8C",
    accent_hover="#173D6F",
    on_accent="#FFFFFF",
    soft="#E3EBF6",
    desk="#DEDDD9",
    mark="#FFF3B8",
    late="#A8241C",
    soon="#855000",
    done="#1C6839",
    states=_states(
        late=("#FFFFFF", "#A8241C"),
        soon=("#855000", "#FFF2DB"),
        done=("#1C6839", "#E4F2E8"),
        person=("#653A9B", "#FFFFFF"),
        unverified="#5A574F",
        active=("#1F4E8C", "#E3EBF6"),
        calm=("#505458", "#F0F0ED"),
    ),
)
DARK = Tokens(
    name="dark",
    window="#1C1E20",
    rail="#16181A",
    surface="#25282B",
    alt="#2B2E31",
    hover="#32363A",
    line="#3C4044",
    edge="#7E8389",
    text="#E7E7E4",
    text2="#BBBEC2",
    text3="#ABAFB4",
    disabled="#949A9F",
    accent="#8FBAF3",
    accent_hover="#B2D0F7",
    on_accent="#0D2340",
    soft="#28405F",
    desk="#121314",
    mark="#4C431F",
    late="#FF9F96",
    soon="#F1BD68",
    done="#87D1A0",
    states=_states(
        late=("#25282B", "#FF9F96"),
        soon=("#F1BD68", "#44341B"),
        done=("#87D1A0", "#1F3B2A"),
        person=("#CBB0F3", "#25282B"),
        unverified="#C6C1B6",
        active=("#8FBAF3", "#28405F"),
        calm=("#BBBEC2", "#32363A"),
    ),
)
THEMES = {tokens.name: tokens for tokens in (LIGHT, DARK)}

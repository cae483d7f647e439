"""The colours of a drawing on white paper; they also differ when printed in grey."""

from __future__ import annotations

from typing import Final

from tdkt_desktop.documents.drawing import Tone

INKS: Final[dict[Tone, tuple[int, int, int]]] = {
    Tone.INK: (0, 0, 0),
    Tone.FAINT: (191, 191, 191),
    Tone.FIRST: (31, 78, 121),
    Tone.SECOND: (157, 195, 230),
    Tone.THIRD: (196, 89, 17),
    Tone.FOURTH: (127, 127, 127),
    Tone.DONE: (28, 104, 57),
    Tone.LATE: (168, 36, 28),
    Tone.ACTIVE: (31, 78, 140),
    Tone.REST: (217, 217, 214),
    Tone.ON: (255, 255, 255),
}

"""Signs from symbol fonts as the Unicode characters that show the same."""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = 0xF000
_BULLET: Final = "•"
_WINGDINGS: Final = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x22: "✂", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_SYMBOL: Final = {
    0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xCE: "∈",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDE: "⇒", 0xE5: "∑", 0xF0: "",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π",
    0x73: "σ", 0x77: "ω", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω",
}  # fmt: skip


def symbol(char: str, font: str) -> str:
    """Return what a character shows in `font`; a bullet where no sign of Unicode is known."""
    code = ord(char) if char else 0
    small = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    name = font.casefold()
    if name.startswith("wingdings"):
        return _WINGDINGS.get(small, _BULLET)
    if name == "symbol" or code >= _PRIVATE:
        return _SYMBOL.get(small) or (chr(small) if 0x20 <= small < 0x7F else _BULLET)
    return _BULLET if char == "o" and name.startswith("courier") else char

"""Sums of money as documents write them: `2.340.000`, and in words."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES: Final = ("", "nghìn", "triệu", "tỷ")
_GROUP: Final = 1000
_BILLION: Final = 1_000_000_000
_TEN: Final = 10
_FIVE: Final = 5
_FOUR: Final = 4


def dong(amount: int) -> str:
    """Return a sum with dots between its groups of three: "2.340.000"."""
    return f"{amount:,}".replace(",", ".")


def dong_in_words(amount: int) -> str:
    """Return a sum in words: "Hai triệu ba trăm bốn mươi nghìn đồng"."""
    words = f"{number_in_words(amount)} đồng"
    return words[:1].upper() + words[1:]


def number_in_words(number: int) -> str:
    """Return a whole number, zero or more, in words."""
    if number == 0:
        return _DIGITS[0]
    if number >= _BILLION:
        billions, rest = divmod(number, _BILLION)
        tail = f" {_groups(rest, full=True)}" if rest else ""
        return f"{number_in_words(billions)} {_SCALES[3]}{tail}"
    return _groups(number, full=False)


def _groups(number: int, *, full: bool) -> str:
    """Return a number under a billion; `full` where something greater stands before it."""
    said: list[str] = []
    for scale in (2, 1, 0):
        group = number // _GROUP**scale % _GROUP
        if group:
            said += [_three(group, full=full or bool(said)), _SCALES[scale]]
    return " ".join(word for word in said if word)


def _three(group: int, *, full: bool) -> str:
    """Return a group of three digits; `full` says also the hundreds that are none."""
    hundreds, rest = divmod(group, 100)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if rest:
        said.append(_two(rest, after_hundreds=bool(said)))
    return " ".join(said)


def _two(number: int, *, after_hundreds: bool) -> str:
    tens, ones = divmod(number, _TEN)
    if tens == 0:
        return f"linh {_DIGITS[ones]}" if after_hundreds else _DIGITS[ones]
    said = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if ones == 0:
        return said
    return f"{said} {_last(ones, tens)}"


def _last(ones: int, tens: int) -> str:
    """Return the last digit after tens: "mốt", "tư" and "lăm" have their own words there."""
    if ones == _FIVE:
        return "lăm"
    if tens > 1 and ones == 1:
        return "mốt"
    if tens > 1 and ones == _FOUR:
        return "tư"
    return _DIGITS[ones]

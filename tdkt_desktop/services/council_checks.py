"""What a person should look at in a council; nothing here forbids it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.council_rules import council_rule
from tdkt_desktop.services.council_views import CouncilKind, CouncilRole
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tdkt_desktop.rules.council_rules import CouncilRule
    from tdkt_desktop.services.council_views import CouncilView


@dataclass(frozen=True, slots=True)
class CouncilWarning:
    """A sentence about a council; `basis` is the rule it comes from, if any.

    What is not `verified` comes from a text that was not compared with the law in force.
    """

    text: str
    basis: str = ""
    verified: bool = True


def council_warnings(
    council: CouncilView, level: str, gone: Collection[int] = ()
) -> tuple[CouncilWarning, ...]:
    """Return what is unusual in a council of a school; `gone` are persons who left the school."""
    rule = council_rule(council.facts.kind.value, level)
    return (
        *map(CouncilWarning, _about_itself(council, gone)),
        *(_by_rule(council, rule) if rule else ()),
    )


def _about_itself(council: CouncilView, gone: Collection[int]) -> Iterator[str]:
    facts, members = council.facts, council.members
    if not members:
        yield _("Chưa có thành viên nào.")
        return
    roles = Counter(seat.role for seat in members)
    if not roles[CouncilRole.CHAIR]:
        yield _("Chưa có người đứng đầu.")
    if roles[CouncilRole.CHAIR] > 1:
        yield _("Có {n} người cùng đứng đầu.").format(n=roles[CouncilRole.CHAIR])
    if not roles[CouncilRole.SECRETARY] and facts.kind is not CouncilKind.TALLY:
        yield _("Chưa có thư ký.")
    for name, count in Counter(clean_line(seat.name) for seat in members).items():
        if count > 1:
            yield _("“{name}” có tên {n} lần.").format(name=name, n=count)
    for seat in members:
        if seat.person_id in gone:
            yield _("“{name}” không còn làm việc ở trường.").format(name=seat.name)
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        yield _("Nhiệm kỳ kết thúc ngày {end}, trước ngày bắt đầu {start}.").format(
            end=short_date(facts.ends_on), start=short_date(facts.starts_on)
        )


def _by_rule(council: CouncilView, rule: CouncilRule) -> Iterator[CouncilWarning]:
    members = council.members
    if not members:
        return

    def told(text: str) -> CouncilWarning:
        return CouncilWarning(text, rule.basis, rule.verified)

    if rule.odd_number and len(members) % 2 == 0:
        yield told(_("Số thành viên nên là số lẻ; hiện có {n} người.").format(n=len(members)))
    chair = council.first(CouncilRole.CHAIR)
    if chair and rule.chair and not fold(chair.position).startswith(fold(rule.chair)):
        yield told(
            _("Người đứng đầu nên là {who}; hiện ghi “{position}”.").format(
                who=rule.chair, position=chair.position
            )
        )
    positions = [fold(f"{seat.position}, {seat.note}") for seat in members]
    for seat in rule.seats:
        if not seat.optional and not any(map(seat.fits, positions)):
            yield told(_("Chưa thấy {who} trong danh sách.").format(who=seat.name))

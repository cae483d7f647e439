"""Who is one step from an award: a single thing is missing, and one more of it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.outcomes import Status
from tdkt_desktop.services.eligibility_views import Near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.rules.outcomes import AwardResult, ConditionResult
    from tdkt_desktop.services.eligibility_views import Checked


def near_of(checked: Checked) -> Iterator[Near]:
    """Yield the awards that a person or a collective is one step from."""
    for result in checked.results:
        step = step_to(result)
        if step:
            yield Near(
                checked.candidate, result.award, result.name, _spoken(step), step, result.unclear
            )


def step_to(result: AwardResult) -> tuple[ConditionResult, ...]:
    """Return the one thing that is missing, or its alternatives; empty where it is not one step.

    What the records do not answer is no step, so an award with such a condition is left out unless
    only a person could judge it in any case.
    """
    if result.status is Status.ELIGIBLE or any(not one.manual for one in result.unclear):
        return ()
    missing = result.unmet
    groups = {one.any_of for one in missing if one.any_of}
    single = [one for one in missing if not one.any_of]
    if len(groups) + len(single) != 1:
        return ()
    return tuple(one for one in missing if one.short in (None, 1))


def _spoken(step: tuple[ConditionResult, ...]) -> str:
    return _(" hoặc ").join(one.needed for one in step)

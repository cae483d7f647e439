"""No award, rating, number or percentage of the law of awards stands in the program's code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import tdkt_desktop
from tdkt_desktop.rules.law_reader import shipped_book

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(tdkt_desktop.__file__).parent
# Readers of other people's papers know abbreviations that those papers use.
CODE: Final = sorted(path for path in ROOT.rglob("*.py") if "imports" not in path.parts)
LAW_ROOMS: Final = (
    *sorted((ROOT / "rules" / "conditions").glob("*.py")),
    *(
        ROOT / "rules" / name
        for name in ("case.py", "evaluator.py", "law_book.py", "law_reader.py", "law_values.py",
                     "law_extras.py", "bonus.py", "facts.py", "facts_file.py", "outcomes.py",
                     "raw_law.py")
    ),
    *(
        ROOT / "services" / name
        for name in ("award_facts.py", "eligibility.py", "law_book.py", "nearness.py",
                     "nominee_caps.py", "statistics.py")
    ),
)  # fmt: skip
# None of them is a number of the law: counts of one, a pair, an id's length, months of a year, per
# cent, what stands for no bound.
PLAIN_NUMBERS: Final = {-1, 0, 1, 2, 8, 12, 100, 10_000}


def _words() -> set[str]:
    book = shipped_book()
    codes = {*book.awards, *book.ranks, *book.forms, *book.counts}
    names = {award.name for award in book.awards.values()}
    return codes | names


def _texts(path: Path) -> Iterator[str]:
    """Yield the texts of a module's code, without its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    asides = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in asides
        ):
            yield node.value


def test_no_code_or_name_of_the_law_stands_in_the_program() -> None:
    wanted = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, _words())) + r")(?!\w)")
    found = {
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in CODE
        for text in _texts(path)
        if (hit := wanted.search(text)) and hit[0] not in ("completed", "disciplined")
    }
    assert found == set()


@pytest.mark.parametrize("path", LAW_ROOMS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_number_of_the_law_stands_where_the_law_is_applied(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    numbers = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) in (int, float)
    }
    assert numbers <= PLAIN_NUMBERS

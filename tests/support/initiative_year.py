"""A school with people, a council for initiatives, and initiatives to be scored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.services.council_views import CouncilFacts, CouncilKind, CouncilRole, SeatFacts
from tdkt_desktop.services.initiative_views import InitiativeForm
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.record_views import Author
from tdkt_desktop.services.scoring_views import RoundFacts
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

YEAR = "2026-2027"
PERIOD = PlanPeriod(2026, SchoolYear(2026))
JUDGES = ("Lê Thị Minh Nguyệt", "Trần Quốc Bảo", "Phạm Thu Hà", "Đỗ Văn Lâm")
ROUND = RoundFacts("Đợt 1", date(2027, 4, 12), "14:00", "16:30", "Phòng họp của trường")
READING = {
    "hien-trang": "Học sinh lớp 1 đọc nhỏ, đọc đứt quãng vì ít được đọc ngoài giờ học.",
    "muc-dich": "Giúp học sinh đọc to, rõ, liền mạch và thích đọc.",
    "noi-dung": "Mỗi lớp dành một góc đọc mở ở cuối lớp.\nMỗi ngày hai em đọc cho cả lớp nghe.",
    "tinh-moi": "Góc đọc do chính học sinh chọn sách và tự ghi sổ mượn.",
    "kha-nang-ap-dung": "Đã áp dụng ở ba lớp 1, lớp nào cũng làm được.",
    "hieu-qua": "Sau một học kỳ, tỷ lệ học sinh đọc liền mạch tăng từ 61% lên 88%.",
}


def add_people(context: AppContext) -> dict[str, int]:
    """Store the judges as people, and return their ids by their names."""
    position = {"Lê Thị Minh Nguyệt": "Hiệu trưởng", "Trần Quốc Bảo": "Phó Hiệu trưởng"}
    return {
        name: context.people.add(
            PersonData(
                name,
                birth_date=date(1980, 5, place + 1),
                position=position.get(name, "Giáo viên"),
                qualifications="Đại học Sư phạm",
            )
        )
        for place, name in enumerate(JUDGES)
    }


def add_council(context: AppContext, people: dict[str, int]) -> int:
    """Store the council for initiatives with all judges."""
    roles = (CouncilRole.CHAIR, CouncilRole.VICE_CHAIR, CouncilRole.SECRETARY, CouncilRole.MEMBER)
    positions = ("Hiệu trưởng", "Phó Hiệu trưởng", "Giáo viên", "Giáo viên")
    seats = [
        SeatFacts(name, role, position, people[name])
        for name, role, position in zip(JUDGES, roles, positions, strict=True)
    ]
    facts = CouncilFacts(CouncilKind.INITIATIVE, decision_number="40/QĐ-THHP")
    return context.councils.add(facts, PERIOD, seats)


def reading_corner(people: dict[str, int]) -> InitiativeForm:
    """Return an initiative of two authors, one of them a judge."""
    return InitiativeForm(
        title="Rèn kĩ năng đọc thành tiếng cho học sinh lớp 1 qua góc đọc mở",
        year=YEAR,
        field="Tiếng Việt",
        applied_on=date(2026, 9, 14),
        authors=(
            Author(people["Phạm Thu Hà"], share=60.0),
            Author(None, "Vũ Thị Ngân", 40.0, "Giáo viên", "Trường Tiểu học An Bình"),
        ),
        parts=READING,
    )


def garden(people: dict[str, int]) -> InitiativeForm:
    """Return an initiative of one author."""
    return InitiativeForm(
        title="Vườn rau trong giờ hoạt động trải nghiệm",
        year=YEAR,
        field="Hoạt động trải nghiệm",
        applied_on=date(2026, 10, 1),
        authors=(Author(people["Đỗ Văn Lâm"], share=100.0),),
        parts={**READING, "noi-dung": "Mỗi tổ trồng một luống rau và ghi nhật kí lớn lên của cây."},
    )


def add_initiative_year(context: AppContext) -> dict[str, int]:
    """Store people, council, two initiatives and an open round; return their ids."""
    people = add_people(context)
    return people | add_initiatives(context, people)


def add_initiatives(
    context: AppContext, people: dict[str, int], facts: RoundFacts = ROUND
) -> dict[str, int]:
    """Store a council of people, two initiatives and an open round; return their ids."""
    ids = {
        "council": add_council(context, people),
        "reading": context.initiatives.add(reading_corner(people)),
        "garden": context.initiatives.add(garden(people)),
    }
    works = [ids["reading"], ids["garden"]]
    context.initiatives.submit(works)
    ids["round"] = context.scoring.open_round(ids["council"], YEAR, facts, works)
    return ids


def score(context: AppContext, round_id: int, totals: dict[str, tuple[float, ...]]) -> None:
    """Give every initiative of a round the totals of its judges, spread over the criteria."""
    view = context.scoring.round(round_id)
    for entry in view.entries:
        given: dict[tuple[int, str], float | None] = {}
        judges = [place for place in range(len(view.judges)) if place not in entry.barred]
        for judge, total in zip(judges, totals[entry.initiative.title[:4]], strict=False):
            for one in view.sheet.criteria:
                given[judge, one.key] = one.max * total / view.sheet.full_marks
        context.scoring.give(entry.id, given)

"""The decision that makes or renews a council, with the list of its members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.assembly import Content, day_words
from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Level,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.models.council import CouncilKind

if TYPE_CHECKING:
    from tdkt_desktop.compose.facts import CouncilFacts

_CHARGES: Final = {
    CouncilKind.EMULATION: (
        "Tổ chức, theo dõi các phong trào thi đua; hướng dẫn cá nhân, tập thể đăng ký và phấn đấu.",
        "Xét, đề nghị tặng danh hiệu thi đua, hình thức khen thưởng theo đúng tiêu chuẩn, "
        "quy trình và thời hạn.",
        "Sơ kết, tổng kết công tác thi đua, khen thưởng; "
        "đề xuất biện pháp cho thời gian tiếp theo.",
    ),
    CouncilKind.INITIATIVE: (
        "Hướng dẫn cá nhân, tập thể viết đơn và bản mô tả; tiếp nhận sáng kiến trong năm.",
        "Chấm điểm từng sáng kiến theo tiêu chí đã công bố; "
        "đề nghị công nhận sáng kiến đạt yêu cầu.",
        "Phổ biến sáng kiến đã được công nhận và theo dõi việc áp dụng trong nhà trường.",
    ),
    CouncilKind.TALLY: (
        "Hướng dẫn cách bỏ phiếu, phát phiếu và thu phiếu.",
        "Kiểm phiếu, lập biên bản và công bố kết quả trước cuộc họp.",
        "Niêm phong phiếu, bàn giao phiếu và biên bản cho Thư ký cuộc họp.",
    ),
}


def council_values(council: CouncilFacts) -> dict[str, str]:
    """Return the words about a council that templates ask for."""
    return {
        "ten_hoi_dong": council.name,
        "so_thanh_vien": f"{len(council.members):02d}",
        "so_qd_hoi_dong": council.decision_number,
        "ngay_qd_hoi_dong": day_words(council.decided_on),
    }


def decision_content(council: CouncilFacts) -> Content:
    """Return the data of the decision."""
    blocks: dict[str, tuple[Block, ...]] = {
        "bang_thanh_vien": (member_table(council),),
        "viec_chung_hoi_dong": tuple(
            Clause(Level.ARABIC, RichText(text)) for text in _CHARGES[council.kind]
        ),
    }
    return Content(council_values(council), blocks)


def member_table(council: CouncilFacts) -> Table:
    """Return the list of members by rank."""
    columns = (
        Column("TT", ColumnRole.NUMBER, width=1),
        Column("Họ và tên", ColumnRole.OTHER, width=4),
        Column("Chức vụ, đơn vị công tác", ColumnRole.OTHER, width=4.5),
        Column("Nhiệm vụ trong Hội đồng", ColumnRole.OTHER, width=3.5),
    )
    rows = tuple(
        Row(tuple(map(RichText, (one.name, one.position, one.role)))) for one in council.members
    )
    return Table(columns, (RowGroup(rows),))

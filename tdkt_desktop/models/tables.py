"""All mapped classes; importing this module makes `Base.metadata` complete."""

from __future__ import annotations

from tdkt_desktop.models.base import Base, Record
from tdkt_desktop.models.council import (
    Council,
    CouncilKind,
    CouncilMember,
    CouncilRole,
    Duty,
    DutyKind,
    Meeting,
)
from tdkt_desktop.models.dossier import (
    Dossier,
    DossierEntry,
    DossierLevel,
    DossierSlot,
    DossierState,
    EntryResult,
)
from tdkt_desktop.models.journal import ActKind, AuditAct, AuditEntry, RowAction, UndoStep
from tdkt_desktop.models.law_edit import LawRuleEdit
from tdkt_desktop.models.library import LegalDocumentEdit, SchoolClause, SchoolTemplate
from tdkt_desktop.models.merit import (
    AwardKind,
    AwardRecord,
    Initiative,
    InitiativeAuthor,
    InitiativeFile,
    InitiativePart,
    InitiativeState,
    Rating,
    WorkKind,
)
from tdkt_desktop.models.paper import Paper, PaperStatus
from tdkt_desktop.models.person import (
    Discipline,
    DisciplineKind,
    GroupKind,
    Leave,
    LeaveKind,
    Person,
    Sex,
    StaffGroup,
)
from tdkt_desktop.models.plan import Plan, PlanStatus, PlanVersion
from tdkt_desktop.models.proposing import (
    GroupReview,
    Nomination,
    NominationState,
    Registration,
    ReviewMethod,
    VoteOutcome,
)
from tdkt_desktop.models.register import IssuedDocument, next_number
from tdkt_desktop.models.school import School
from tdkt_desktop.models.scoring import RoundEntry, ScoreOutcome, ScoreSheet, ScoringRound
from tdkt_desktop.models.setting import Setting
from tdkt_desktop.models.task import (
    Movement,
    Task,
    TaskEvent,
    TaskEventKind,
    TaskEvidence,
    TaskParty,
    TaskRole,
    TaskState,
)
from tdkt_desktop.models.vote import Relative, VoteMethod, VoteRound

__all__ = [
    "ActKind",
    "AuditAct",
    "AuditEntry",
    "AwardKind",
    "AwardRecord",
    "Base",
    "Council",
    "CouncilKind",
    "CouncilMember",
    "CouncilRole",
    "Discipline",
    "DisciplineKind",
    "Dossier",
    "DossierEntry",
    "DossierLevel",
    "DossierSlot",
    "DossierState",
    "Duty",
    "DutyKind",
    "EntryResult",
    "GroupKind",
    "GroupReview",
    "Initiative",
    "InitiativeAuthor",
    "InitiativeFile",
    "InitiativePart",
    "InitiativeState",
    "IssuedDocument",
    "LawRuleEdit",
    "Leave",
    "LeaveKind",
    "LegalDocumentEdit",
    "Meeting",
    "Movement",
    "Nomination",
    "NominationState",
    "Paper",
    "PaperStatus",
    "Person",
    "Plan",
    "PlanStatus",
    "PlanVersion",
    "Rating",
    "Record",
    "Registration",
    "Relative",
    "ReviewMethod",
    "RoundEntry",
    "RowAction",
    "School",
    "SchoolClause",
    "SchoolTemplate",
    "ScoreOutcome",
    "ScoreSheet",
    "ScoringRound",
    "Setting",
    "Sex",
    "StaffGroup",
    "Task",
    "TaskEvent",
    "TaskEventKind",
    "TaskEvidence",
    "TaskParty",
    "TaskRole",
    "TaskState",
    "UndoStep",
    "VoteMethod",
    "VoteOutcome",
    "VoteRound",
    "WorkKind",
    "next_number",
]

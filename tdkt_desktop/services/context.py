"""Everything the doors need, built once for one store: the command line's and the window's."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from tdkt_desktop.models.failures import OlderStoreError
from tdkt_desktop.models.store import Store
from tdkt_desktop.services.folders import default_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.adopting import AdoptService
    from tdkt_desktop.services.award_papers import AwardPapers
    from tdkt_desktop.services.award_words import AwardWords
    from tdkt_desktop.services.backups import BackupService
    from tdkt_desktop.services.certificates import CertificateService
    from tdkt_desktop.services.clauses import ClauseService
    from tdkt_desktop.services.comparing import CompareService
    from tdkt_desktop.services.councils import CouncilService
    from tdkt_desktop.services.decision_lists import DecisionLists
    from tdkt_desktop.services.dossier_checks import DossierCheckService
    from tdkt_desktop.services.dossier_files import DossierFiles
    from tdkt_desktop.services.dossier_paper_data import DossierPaperData
    from tdkt_desktop.services.dossier_slots import DossierSlotService
    from tdkt_desktop.services.dossiers import DossierService
    from tdkt_desktop.services.drafting import DraftingService
    from tdkt_desktop.services.eligibility import EligibilityService
    from tdkt_desktop.services.evidence import EvidenceService
    from tdkt_desktop.services.files import FileService
    from tdkt_desktop.services.finding import FindingService
    from tdkt_desktop.services.group_reviews import GroupReviewService
    from tdkt_desktop.services.groups import GroupService
    from tdkt_desktop.services.history import HistoryService
    from tdkt_desktop.services.initiative_files import InitiativeFileService
    from tdkt_desktop.services.initiatives import InitiativeService
    from tdkt_desktop.services.issuing import IssuingService
    from tdkt_desktop.services.law_book import LawBookService
    from tdkt_desktop.services.legal import LegalService
    from tdkt_desktop.services.movements import MovementService
    from tdkt_desktop.services.nominations import NominationService
    from tdkt_desktop.services.overview import OverviewService
    from tdkt_desktop.services.paper_data import PaperData
    from tdkt_desktop.services.paper_files import PaperFiles
    from tdkt_desktop.services.papers import PaperService
    from tdkt_desktop.services.people import PeopleService
    from tdkt_desktop.services.people_files import PeopleFileService
    from tdkt_desktop.services.people_import import PeopleImportService
    from tdkt_desktop.services.person_ties import PersonTies
    from tdkt_desktop.services.plan_duties import PlanDuties
    from tdkt_desktop.services.plans import PlanService
    from tdkt_desktop.services.prizes import PrizeService
    from tdkt_desktop.services.proofreading import ProofreadingService
    from tdkt_desktop.services.reading import ReadingService
    from tdkt_desktop.services.records import RecordService
    from tdkt_desktop.services.registrations import RegistrationService
    from tdkt_desktop.services.relatives import RelativeService
    from tdkt_desktop.services.repair_files import RepairService
    from tdkt_desktop.services.rolling_review import RollService
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.scoring import ScoringService
    from tdkt_desktop.services.settings import SettingService
    from tdkt_desktop.services.similarity import SimilarityService
    from tdkt_desktop.services.statistic_reports import StatisticReports
    from tdkt_desktop.services.statistics import StatisticsService
    from tdkt_desktop.services.task_files import TaskFileService
    from tdkt_desktop.services.tasks import TaskService
    from tdkt_desktop.services.templates import TemplateService
    from tdkt_desktop.services.vote_rules import VoteRuleService
    from tdkt_desktop.services.votes import VoteService
    from tdkt_desktop.services.work import WorkService
    from tdkt_desktop.services.working_years import WorkingYears

__all__ = ["AppContext", "OlderStoreError", "default_folder"]


class AppContext:
    """The services over one open store; each is loaded when it is first asked for.

    A command line that lists plans need not load what reads Word files or knows the law.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, wait: float = 0.0) -> Self:
        """Open the store in a folder; raises StoreError where that cannot be."""
        return cls(Store.open(folder, read_only=read_only, wait=wait))

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Self:
        """Return the context itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the store."""
        self.close()

    @cached_property
    def school(self) -> SchoolService:
        """The service for the school's profile."""
        from tdkt_desktop.services.school import SchoolService

        return SchoolService(self.store)

    @cached_property
    def settings(self) -> SettingService:
        """The service for the school's named choices."""
        from tdkt_desktop.services.settings import SettingService

        return SettingService(self.store)

    @cached_property
    def years(self) -> WorkingYears:
        """The service for the years that the work is kept by."""
        from tdkt_desktop.services.working_years import WorkingYears

        return WorkingYears(self.store, self.school)

    @cached_property
    def plans(self) -> PlanService:
        """The service for the plans."""
        from tdkt_desktop.services.plans import PlanService

        return PlanService(self.store)

    @cached_property
    def templates(self) -> TemplateService:
        """The service for the templates."""
        from tdkt_desktop.services.templates import TemplateService

        return TemplateService(self.store)

    @cached_property
    def clauses(self) -> ClauseService:
        """The service for the clause library."""
        from tdkt_desktop.services.clauses import ClauseService

        return ClauseService(self.store)

    @cached_property
    def legal(self) -> LegalService:
        """The service for the legal documents."""
        from tdkt_desktop.services.legal import LegalService

        return LegalService(self.store)

    @cached_property
    def reading(self) -> ReadingService:
        """The service for the reading of somebody's files."""
        from tdkt_desktop.services.reading import ReadingService

        return ReadingService()

    @cached_property
    def adopting(self) -> AdoptService:
        """The service for tasks that the plan from above asks for."""
        from tdkt_desktop.services.adopting import AdoptService

        return AdoptService(self.plans)

    @cached_property
    def comparing(self) -> CompareService:
        """The service for two plans side by side."""
        from tdkt_desktop.services.comparing import CompareService

        return CompareService(self.plans, self.issuing, self.reading)

    @cached_property
    def rolling(self) -> RollService:
        """The service for plans on their way to another year."""
        from tdkt_desktop.services.rolling_review import RollService

        return RollService(self.store, self.plans, self.councils)

    @cached_property
    def repair(self) -> RepairService:
        """The service for the restoring of scans."""
        from tdkt_desktop.services.repair_files import RepairService

        return RepairService(self.plans)

    @cached_property
    def proofreader(self) -> ProofreadingService:
        """The service for the proof-reading of plans and files."""
        from tdkt_desktop.services.proofreading import ProofreadingService

        return ProofreadingService(self.plans, self.school, self.legal, self.reading, self.settings)

    @cached_property
    def files(self) -> FileService:
        """The service for the files that leave the program."""
        from tdkt_desktop.services.files import FileService

        return FileService(self.school)

    @cached_property
    def drafting(self) -> DraftingService:
        """The service for the making of drafts."""
        from tdkt_desktop.services.drafting import DraftingService

        return DraftingService(self.school, self.templates, self.legal)

    @cached_property
    def issuing(self) -> IssuingService:
        """The service for the way of a plan to its issue."""
        from tdkt_desktop.services.issuing import IssuingService

        return IssuingService(self.store, self.school, self.files)

    @cached_property
    def people(self) -> PeopleService:
        """The service for the people of the school."""
        from tdkt_desktop.services.people import PeopleService

        return PeopleService(self.store)

    @cached_property
    def person_ties(self) -> PersonTies:
        """The service that knows what somebody is still charged with."""
        from tdkt_desktop.services.person_ties import PersonTies

        return PersonTies(self.store, self.tasks)

    @cached_property
    def groups(self) -> GroupService:
        """The service for the collectives."""
        from tdkt_desktop.services.groups import GroupService

        return GroupService(self.store)

    @cached_property
    def records(self) -> RecordService:
        """The service for ratings, awards, initiatives, leave and discipline."""
        from tdkt_desktop.services.records import RecordService

        return RecordService(self.store)

    @cached_property
    def initiatives(self) -> InitiativeService:
        """The service for the initiatives."""
        from tdkt_desktop.services.initiatives import InitiativeService

        return InitiativeService(self.store)

    @cached_property
    def initiative_files(self) -> InitiativeFileService:
        """The service for the files of initiatives."""
        from tdkt_desktop.services.initiative_files import InitiativeFileService

        return InitiativeFileService(self.store)

    @cached_property
    def scoring(self) -> ScoringService:
        """The service for the scoring of initiatives."""
        from tdkt_desktop.services.scoring import ScoringService

        return ScoringService(self.store, self.settings, self.councils)

    @cached_property
    def similarity(self) -> SimilarityService:
        """The service that finds initiatives like each other."""
        from tdkt_desktop.services.similarity import SimilarityService

        return SimilarityService(self.store)

    @cached_property
    def people_import(self) -> PeopleImportService:
        """The service for staff lists that come in."""
        from tdkt_desktop.services.people_import import PeopleImportService

        return PeopleImportService(self.store)

    @cached_property
    def people_files(self) -> PeopleFileService:
        """The service for staff lists that go out."""
        from tdkt_desktop.services.people_files import PeopleFileService

        return PeopleFileService(self.store)

    @cached_property
    def tasks(self) -> TaskService:
        """The service for the year's work."""
        from tdkt_desktop.services.tasks import TaskService

        return TaskService(self.store)

    @cached_property
    def work(self) -> WorkService:
        """The service for the year's work in rows, as the page shows it."""
        from tdkt_desktop.services.work import WorkService

        return WorkService(self.store)

    @cached_property
    def task_files(self) -> TaskFileService:
        """The service for the files of the year's work."""
        from tdkt_desktop.services.task_files import TaskFileService

        return TaskFileService(self.school)

    @cached_property
    def evidence(self) -> EvidenceService:
        """The service for the files that prove the year's work."""
        from tdkt_desktop.services.evidence import EvidenceService

        return EvidenceService(self.store)

    @cached_property
    def councils(self) -> CouncilService:
        """The service for the councils, their duties and their meetings."""
        from tdkt_desktop.services.councils import CouncilService

        return CouncilService(self.store, self.school)

    @cached_property
    def statistic_reports(self) -> StatisticReports:
        """The service for the tables, the report and the workbook of numbers."""
        from tdkt_desktop.services.statistic_reports import StatisticReports

        return StatisticReports(self.statistics, self.school)

    @cached_property
    def papers(self) -> PaperService:
        """The service for documents other than plans."""
        from tdkt_desktop.services.dossier_papers import DossierPapers
        from tdkt_desktop.services.initiative_papers import InitiativePapers
        from tdkt_desktop.services.paper_data import PaperData
        from tdkt_desktop.services.paper_making import PaperMaker
        from tdkt_desktop.services.papers import PaperService

        data = PaperData(self.store, self.councils, self.tasks, self.movements)
        works = InitiativePapers(
            self.store, self.school, data, self.councils, self.initiatives, self.scoring
        )
        maker = PaperMaker(
            self.school,
            self.templates,
            self.legal,
            data,
            works,
            self._award_papers(data),
            DossierPapers(self.dossier_data),
            self.statistic_reports,
        )
        return PaperService(self.store, self.files, maker)

    def _award_papers(self, data: PaperData) -> AwardPapers:
        """Return what makes the papers of registration, review and vote."""
        from tdkt_desktop.services.award_paper_data import AwardPaperData
        from tdkt_desktop.services.award_papers import AwardPapers

        found = AwardPaperData(
            data, self.people, self.groups, self.registrations, self.group_reviews, self.votes,
            self.award_words,
        )  # fmt: skip
        return AwardPapers(found)

    @cached_property
    def plan_duties(self) -> PlanDuties:
        """The service for the council's duties inside plans."""
        from tdkt_desktop.services.paper_data import PaperData
        from tdkt_desktop.services.plan_duties import PlanDuties

        data = PaperData(self.store, self.councils, self.tasks, self.movements)
        return PlanDuties(self.plans, data)

    @cached_property
    def paper_files(self) -> PaperFiles:
        """The service for the files of several documents at once."""
        from tdkt_desktop.services.paper_files import PaperFiles

        return PaperFiles(self.papers, self.files)

    @cached_property
    def movements(self) -> MovementService:
        """The service for the emulation movements."""
        from tdkt_desktop.services.movements import MovementService

        return MovementService(self.store)

    @cached_property
    def award_words(self) -> AwardWords:
        """What the awards of the catalogue are called."""
        from tdkt_desktop.services.award_words import AwardWords

        return AwardWords(lambda _day: self.law_book.award_words())

    @cached_property
    def registrations(self) -> RegistrationService:
        """The service for what people and collectives register for."""
        from tdkt_desktop.services.registrations import RegistrationService

        return RegistrationService(self.store, self.settings, self.award_words)

    @cached_property
    def group_reviews(self) -> GroupReviewService:
        """The service for the reviews of the groups."""
        from tdkt_desktop.services.group_reviews import GroupReviewService

        ratings = self.records.rating_words
        return GroupReviewService(self.store, self.award_words, ratings)

    @cached_property
    def nominations(self) -> NominationService:
        """The service for who is put forward to the council."""
        from tdkt_desktop.services.nominations import NominationService

        return NominationService(self.store, self.award_words)

    @cached_property
    def vote_rules(self) -> VoteRuleService:
        """The service for the rules of meetings and votes."""
        from tdkt_desktop.services.vote_rules import VoteRuleService

        return VoteRuleService(self.settings)

    @cached_property
    def votes(self) -> VoteService:
        """The service for the council's votes."""
        from tdkt_desktop.services.votes import VoteService

        return VoteService(self.store, self.councils, self.vote_rules, self.award_words)

    @cached_property
    def dossiers(self) -> DossierService:
        """The service for the dossiers and what came back of them."""
        from tdkt_desktop.services.dossiers import DossierService

        return DossierService(self.store, self.award_words, self.law_book, self.votes)

    @cached_property
    def dossier_slots(self) -> DossierSlotService:
        """The service for the papers that a dossier must hold."""
        from tdkt_desktop.services.dossier_slots import DossierSlotService

        return DossierSlotService(
            self.store, self.dossier_data, self.law_book, self.papers, self.records, self.votes,
            self.eligibility,
        )  # fmt: skip

    @cached_property
    def dossier_files(self) -> DossierFiles:
        """The service for dossiers as files."""
        from tdkt_desktop.services.dossier_files import DossierFiles

        return DossierFiles(self.dossier_slots, self.papers, self.files, self.school)

    @cached_property
    def dossier_checks(self) -> DossierCheckService:
        """The service that looks over a dossier before it leaves."""
        from tdkt_desktop.services.dossier_checks import DossierCheckService

        return DossierCheckService(
            self.dossier_data, self.dossier_slots, self.papers, self.eligibility, self.law_book,
            self.legal, self.proofreader, self.school,
        )  # fmt: skip

    @cached_property
    def decision_lists(self) -> DecisionLists:
        """The service that reads decisions from spreadsheets."""
        from tdkt_desktop.services.decision_lists import DecisionLists

        return DecisionLists()

    @cached_property
    def certificates(self) -> CertificateService:
        """The service that prints certificates."""
        from tdkt_desktop.services.certificates import CertificateService

        return CertificateService(self.settings, self.school)

    @cached_property
    def dossier_data(self) -> DossierPaperData:
        """What the papers of dossiers are told."""
        from tdkt_desktop.services.dossier_paper_data import DossierPaperData
        from tdkt_desktop.services.paper_data import PaperData

        data = PaperData(self.store, self.councils, self.tasks, self.movements)
        return DossierPaperData(
            self.dossiers, self.people, self.records, self.eligibility, self.law_book,
            self.registrations, self.votes, data, self.prizes,
        )  # fmt: skip

    @cached_property
    def prizes(self) -> PrizeService:
        """The service for the money of awards."""
        from tdkt_desktop.services.prizes import PrizeService

        return PrizeService(self.law_book)

    @cached_property
    def relatives(self) -> RelativeService:
        """The service for who is related to whom."""
        from tdkt_desktop.services.relatives import RelativeService

        return RelativeService(self.store)

    @cached_property
    def overview(self) -> OverviewService:
        """The service for the year at a glance."""
        from tdkt_desktop.services.overview import OverviewService

        return OverviewService(
            self.plans,
            self.work,
            self.councils,
            self.papers,
            self.registrations,
            self.group_reviews,
            self.school,
        )

    @cached_property
    def finding(self) -> FindingService:
        """The service that finds anything by a few words."""
        from tdkt_desktop.services.finding import FindingService

        return FindingService(self.store)

    @cached_property
    def law_book(self) -> LawBookService:
        """The service for the law of awards as the school has it."""
        from tdkt_desktop.services.law_book import LawBookService

        return LawBookService(self.store)

    @cached_property
    def eligibility(self) -> EligibilityService:
        """The service that says who may be proposed for what, and why not yet."""
        from tdkt_desktop.services.eligibility import EligibilityService

        return EligibilityService(self.store, self.school, self.law_book)

    @cached_property
    def statistics(self) -> StatisticsService:
        """The service for the numbers of awards."""
        from tdkt_desktop.services.statistics import StatisticsService

        return StatisticsService(self.store, self.law_book)

    @cached_property
    def history(self) -> HistoryService:
        """The service for taking acts back."""
        from tdkt_desktop.services.history import HistoryService

        return HistoryService(self.store)

    @cached_property
    def backups(self) -> BackupService:
        """The service for the back-ups."""
        from tdkt_desktop.services.backups import BackupService

        return BackupService(self.store)

"""Registrations, reviews of groups, nominations, votes, relatives; more about meetings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables of the way to an award, and add to the meetings."""
    _group_review()
    _registration()
    _relative()
    _vote_round()
    _nomination()
    _meeting()


def _meeting() -> None:
    lists = (("invited", "[]"), ("absence_reasons", "{}"))
    for name, empty in lists:
        op.add_column("meeting", sa.Column(name, sa.JSON(), nullable=False, server_default=empty))
    for name in ("chair_id", "secretary_id"):
        op.add_column("meeting", sa.Column(name, sa.Integer(), nullable=True))


def _group_review() -> None:
    op.create_table(
        "group_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("method", sa.String(24), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("chair", sa.String(), nullable=False),
        sa.Column("secretary", sa.String(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("absent", sa.JSON(), nullable=False),
        sa.Column("opinions", sa.JSON(), nullable=False),
        sa.Column("entries", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["staff_group.id"], name=op.f("fk_group_review_group_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_review")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_group_review_deleted_at"), "group_review", ["deleted_at"], unique=False
    )
    op.create_index(op.f("ix_group_review_group_id"), "group_review", ["group_id"], unique=False)
    op.create_index(op.f("ix_group_review_year"), "group_review", ["year"], unique=False)


def _registration() -> None:
    op.create_table(
        "registration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("award", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["staff_group.id"], name=op.f("fk_registration_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_registration_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_registration_award"), "registration", ["award"], unique=False)
    op.create_index(
        op.f("ix_registration_deleted_at"), "registration", ["deleted_at"], unique=False
    )
    op.create_index(op.f("ix_registration_group_id"), "registration", ["group_id"], unique=False)
    op.create_index(op.f("ix_registration_person_id"), "registration", ["person_id"], unique=False)
    op.create_index(op.f("ix_registration_year"), "registration", ["year"], unique=False)


def _relative() -> None:
    op.create_table(
        "relative",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_relative_other_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_relative_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relative")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_relative_other_id"), "relative", ["other_id"], unique=False)
    op.create_index(op.f("ix_relative_person_id"), "relative", ["person_id"], unique=False)


def _vote_round() -> None:
    op.create_table(
        "vote_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(24), nullable=False),
        sa.Column("nominees", sa.JSON(), nullable=False),
        sa.Column("voters", sa.JSON(), nullable=False),
        sa.Column("held_back", sa.JSON(), nullable=False),
        sa.Column("tellers", sa.JSON(), nullable=False),
        sa.Column("issued", sa.Integer(), nullable=True),
        sa.Column("returned", sa.Integer(), nullable=True),
        sa.Column("valid", sa.Integer(), nullable=True),
        sa.Column("invalid", sa.Integer(), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["vote_round.id"], name=op.f("fk_vote_round_corrects_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_vote_round_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_round")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_vote_round_corrects_id"), "vote_round", ["corrects_id"], unique=False)
    op.create_index(op.f("ix_vote_round_deleted_at"), "vote_round", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_vote_round_meeting_id"), "vote_round", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_vote_round_year"), "vote_round", ["year"], unique=False)


def _nomination() -> None:
    op.create_table(
        "nomination",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("award", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("override_reason", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(24), nullable=True),
        sa.Column("outcome_award", sa.String(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["staff_group.id"], name=op.f("fk_nomination_group_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_nomination_person_id")),
        sa.ForeignKeyConstraint(
            ["round_id"], ["vote_round.id"], name=op.f("fk_nomination_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_nomination_award"), "nomination", ["award"], unique=False)
    op.create_index(op.f("ix_nomination_deleted_at"), "nomination", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_nomination_group_id"), "nomination", ["group_id"], unique=False)
    op.create_index(op.f("ix_nomination_person_id"), "nomination", ["person_id"], unique=False)
    op.create_index(op.f("ix_nomination_round_id"), "nomination", ["round_id"], unique=False)
    op.create_index(op.f("ix_nomination_year"), "nomination", ["year"], unique=False)

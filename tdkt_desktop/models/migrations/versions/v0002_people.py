"""People, their groups, and what their years left behind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables of people, collectives, ratings, awards and initiatives."""
    _initiative()
    _staff_group()
    _person()
    _award_record()
    _discipline()
    _initiative_author()
    _leave()
    _rating()


def _initiative() -> None:
    op.create_table(
        "initiative",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("recognised", sa.String(), nullable=False),
        sa.Column("reach", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("used_for", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_initiative_deleted_at"), "initiative", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_initiative_year"), "initiative", ["year"], unique=False)


def _staff_group() -> None:
    op.create_table(
        "staff_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["staff_group.id"], name=op.f("fk_staff_group_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_group")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_staff_group_deleted_at"), "staff_group", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_staff_group_parent_id"), "staff_group", ["parent_id"], unique=False)


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(24), nullable=True),
        sa.Column("identity_number", sa.String(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("job_title", sa.String(), nullable=False),
        sa.Column("party_member", sa.Boolean(), nullable=True),
        sa.Column("manager", sa.Boolean(), nullable=True),
        sa.Column("sector_since", sa.Date(), nullable=True),
        sa.Column("hired_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("left_reason", sa.String(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("special_area_years", sa.Integer(), nullable=True),
        sa.Column("open_proceedings", sa.Boolean(), nullable=True),
        sa.Column("qualifications", sa.String(), nullable=False),
        sa.Column("political_theory", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["staff_group.id"], name=op.f("fk_person_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_person_deleted_at"), "person", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_person_group_id"), "person", ["group_id"], unique=False)
    op.create_index(op.f("ix_person_name_key"), "person", ["name_key"], unique=False)


def _award_record() -> None:
    op.create_table(
        "award_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("thematic", sa.Boolean(), nullable=False),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.Column("revoked_reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["staff_group.id"], name=op.f("fk_award_record_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_award_record_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award_record")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_award_record_code"), "award_record", ["code"], unique=False)
    op.create_index(
        op.f("ix_award_record_deleted_at"), "award_record", ["deleted_at"], unique=False
    )
    op.create_index(op.f("ix_award_record_group_id"), "award_record", ["group_id"], unique=False)
    op.create_index(op.f("ix_award_record_person_id"), "award_record", ["person_id"], unique=False)
    op.create_index(op.f("ix_award_record_year"), "award_record", ["year"], unique=False)


def _discipline() -> None:
    op.create_table(
        "discipline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_discipline_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discipline")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_discipline_deleted_at"), "discipline", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_discipline_person_id"), "discipline", ["person_id"], unique=False)


def _initiative_author() -> None:
    op.create_table(
        "initiative_author",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("share", sa.Double(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_initiative_author_initiative_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_initiative_author_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_author")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_initiative_author_initiative_id"),
        "initiative_author",
        ["initiative_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_initiative_author_person_id"), "initiative_author", ["person_id"], unique=False
    )


def _leave() -> None:
    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_leave_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_leave_deleted_at"), "leave", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_leave_person_id"), "leave", ["person_id"], unique=False)


def _rating() -> None:
    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["staff_group.id"], name=op.f("fk_rating_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_rating_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_rating_deleted_at"), "rating", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_rating_group_id"), "rating", ["group_id"], unique=False)
    op.create_index(op.f("ix_rating_person_id"), "rating", ["person_id"], unique=False)
    op.create_index(op.f("ix_rating_year"), "rating", ["year"], unique=False)

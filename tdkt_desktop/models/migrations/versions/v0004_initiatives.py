"""What an initiative says, its files, its state, and how a council scores it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add to initiatives and their authors, and make the tables of parts, files and rounds."""
    _initiative()
    _scoring_round()
    _initiative_part()
    _initiative_file()
    _round_entry()
    _score_sheet()


def _initiative() -> None:
    """Add the columns; what a level has recognised already stands as recognised."""
    state = sa.Column("state", sa.String(24), nullable=False, server_default="draft")
    op.add_column("initiative", state)
    op.add_column("initiative", sa.Column("applied_on", sa.Date(), nullable=True))
    sketch = sa.Column("sketch", sa.Text(), nullable=False, server_default="")
    op.add_column("initiative", sketch)
    op.execute("UPDATE initiative SET state = 'recognised' WHERE recognised <> ''")
    for name in ("position", "workplace"):
        column = sa.Column(name, sa.String(), nullable=False, server_default="")
        op.add_column("initiative_author", column)


def _scoring_round() -> None:
    op.create_table(
        "scoring_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("judges", sa.JSON(), nullable=False),
        sa.Column("pass_mark", sa.Double(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrects"], ["scoring_round.id"], name=op.f("fk_scoring_round_corrects")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_scoring_round_council_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_scoring_round_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scoring_round")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_scoring_round_council_id"), "scoring_round", ["council_id"], unique=False
    )
    op.create_index(
        op.f("ix_scoring_round_deleted_at"), "scoring_round", ["deleted_at"], unique=False
    )
    op.create_index(
        op.f("ix_scoring_round_meeting_id"), "scoring_round", ["meeting_id"], unique=False
    )
    op.create_index(op.f("ix_scoring_round_year"), "scoring_round", ["year"], unique=False)


def _initiative_part() -> None:
    op.create_table(
        "initiative_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_initiative_part_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_part")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_initiative_part_initiative_id"), "initiative_part", ["initiative_id"], unique=False
    )


def _initiative_file() -> None:
    op.create_table(
        "initiative_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_initiative_file_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_file")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_initiative_file_initiative_id"), "initiative_file", ["initiative_id"], unique=False
    )


def _round_entry() -> None:
    op.create_table(
        "round_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("average", sa.Double(), nullable=True),
        sa.Column("outcome", sa.String(24), nullable=False),
        sa.Column("conclusion", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_round_entry_initiative_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["scoring_round.id"], name=op.f("fk_round_entry_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_round_entry_initiative_id"), "round_entry", ["initiative_id"], unique=False
    )
    op.create_index(op.f("ix_round_entry_round_id"), "round_entry", ["round_id"], unique=False)


def _score_sheet() -> None:
    op.create_table(
        "score_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("judge", sa.Integer(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["round_entry.id"], name=op.f("fk_score_sheet_entry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_sheet")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_score_sheet_entry_id"), "score_sheet", ["entry_id"], unique=False)

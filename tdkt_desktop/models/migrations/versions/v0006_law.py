"""The school's own edits of the law's data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the table of the school's edits of the law's data."""
    op.create_table(
        "law_rule_edit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_law_rule_edit")),
        sa.UniqueConstraint("key", name=op.f("uq_law_rule_edit_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_law_rule_edit_deleted_at"), "law_rule_edit", ["deleted_at"], unique=False
    )

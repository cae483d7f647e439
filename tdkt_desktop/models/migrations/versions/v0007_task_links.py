"""Tasks that belong to a movement, and bodies outside the school that have a part in tasks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the movement of a task, and the name of a party that is nobody of the school."""
    kept = {"sqlite_autoincrement": True}
    with op.batch_alter_table("task", recreate="always", table_kwargs=kept) as batch:
        batch.add_column(sa.Column("movement_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(op.f("fk_task_movement_id"), "movement", ["movement_id"], ["id"])
        batch.create_index(op.f("ix_task_movement_id"), ["movement_id"], unique=False)
    name = sa.Column("name", sa.String(), nullable=False, server_default="")
    op.add_column("task_party", name)

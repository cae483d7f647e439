"""The school's own templates, clauses and legal documents beside the shipped ones."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonObject, Lines, LongText, Record


class SchoolTemplate(Binned, Record):
    """A template of the school: a new one, or its own edition of the shipped one `based_on`.

    `text` is the whole template file with its front matter. A `hidden` row without text only takes
    the shipped template off the list.
    """

    __tablename__ = "school_template"

    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="ke-hoach")
    based_on: Mapped[str] = mapped_column(default="")
    hidden: Mapped[bool] = mapped_column(default=False)
    text: Mapped[LongText] = mapped_column(deferred=True)


class SchoolClause(Binned, Record):
    """A clause of the school's library: a new one, or its own edition of the shipped `based_on`."""

    __tablename__ = "school_clause"

    key: Mapped[str] = mapped_column(unique=True)
    heading: Mapped[str] = mapped_column(default="", index=True)
    levels: Mapped[Lines]
    based_on: Mapped[str] = mapped_column(default="")
    hidden: Mapped[bool] = mapped_column(default=False)
    text: Mapped[LongText]
    folded: Mapped[LongText]


class LegalDocumentEdit(Binned, Record):
    """What the school says about a legal document over the shipped catalogue.

    `values` holds only the fields that the school set, so that an update of the catalogue reaches
    all others; a document that the catalogue does not know has all of its fields here (`own`).
    """

    __tablename__ = "legal_document_edit"

    key: Mapped[str] = mapped_column(unique=True)
    own: Mapped[bool] = mapped_column(default=False)
    hidden: Mapped[bool] = mapped_column(default=False)
    values: Mapped[JsonObject]
    note: Mapped[str] = mapped_column(default="")

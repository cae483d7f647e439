"""Every shipped template of a document other than a plan is read, written, and knows its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.blocks import Clause, Level
from tdkt_desktop.documents.document import FORMS, DocumentKind
from tdkt_desktop.documents.markup import dump_template, parse_template
from tdkt_desktop.documents.placeholders import placeholder_dictionary, placeholders_of
from tdkt_desktop.documents.template import Issuer as TemplateIssuer
from tdkt_desktop.documents.template import ground_identifiers
from tdkt_desktop.resources import resource
from tdkt_desktop.rules.legal_documents import find_by_id, load_catalogue
from tdkt_desktop.services.paper_making import ABOUT_OF

if TYPE_CHECKING:
    from tdkt_desktop.documents.template import Template

FILES = sorted(resource("templates", "documents").glob("*.tdkt.md"))
every_template = pytest.mark.parametrize("name", [path.name for path in FILES])


def template_of(name: str) -> Template:
    path = resource("templates", "documents", name)
    return parse_template(path.read_text("utf-8"), name)


def test_there_is_a_template_for_each_kind_and_no_other() -> None:
    assert {path.name.removesuffix(".tdkt.md") for path in FILES} == set(ABOUT_OF)


@every_template
def test_a_template_is_read_and_written_without_loss(name: str) -> None:
    template = template_of(name)
    assert parse_template(dump_template(template)) == template
    assert f"{template.meta.key}.tdkt.md" == name
    assert template.meta.description


@every_template
def test_every_placeholder_stands_in_the_dictionary(name: str) -> None:
    known = placeholder_dictionary()
    assert [one for one in placeholders_of(template_of(name).document) if one not in known] == []


@every_template
def test_every_ground_is_in_the_catalogue(name: str) -> None:
    catalogue = load_catalogue()
    grounds = template_of(name).document.grounds
    for identifier in ground_identifiers(grounds):
        assert find_by_id(catalogue, identifier) is not None


@every_template
def test_a_template_keeps_to_what_its_kind_asks_for(name: str) -> None:
    template = template_of(name)
    document = template.document
    articles = [b for b in document.body if isinstance(b, Clause) and b.level is Level.ARTICLE]
    decides = document.kind is DocumentKind.DECISION
    submits = document.kind is DocumentKind.SUBMISSION
    assert bool(articles) == decides
    assert bool(document.grounds) == (decides or submits)
    if decides:
        assert document.recipients[0] == f"Như Điều {len(articles)}"
    if document.kind not in FORMS:
        assert (document.co_signature is not None) == (document.kind is DocumentKind.MINUTES)
        # A report of the council to its own members is addressed to nobody above.
        upward = template.meta.issuer is TemplateIssuer.SCHOOL
        reports = document.kind is DocumentKind.REPORT and upward
        assert bool(document.addressees) == (submits or reports)
        assert (document.recipients[0] == "Như trên") == bool(document.addressees)
    if document.recipients:
        assert document.recipients[-1].startswith("Lưu: ")

"""Composing: the form of Gambar 1 and 2, filled, half filled and declined."""

from dataclasses import replace
from datetime import date

import pytest

from harness.document_samples import (
    AT,
    bare,
    blank_drawing,
    reference_item,
    regulation_example,
    text_item,
)
from sopdsl.document.compose import compose
from sopdsl.document.dates import long_date
from sopdsl.document.references import SopLink
from sopdsl.document.types import Document, IdentityBlock, LinkedText, SectionBlock
from sopdsl.model.types import Approval, Given, Regulation, Section, Sop
from sopdsl.profiles import load_profile, read_profile
from sopdsl.settings import Institution, Settings

BSSN = load_profile("bssn-4-2019")
AGENCY = Settings(institution=Institution("Badan Siber dan Sandi Negara", "Jalan Harsono RM 70"))
KNOWN = {
    "penomoran-sop": SopLink("Penomoran SOP", "tata-usaha/penomoran-sop"),
    "pengagendaan-sop": SopLink("SOP Pengagendaan SOP", "ortala/agenda"),
}


def composed(sop: Sop, settings: Settings = AGENCY, profile: str = "bssn-4-2019") -> Document:
    return compose(
        sop,
        load_profile(profile),
        settings,
        charts=[[blank_drawing()] for _ in sop.charts],
        references=KNOWN,
        logo=None,
        path="ortala/penetapan-sop",
    )


def identity_of(sop: Sop, settings: Settings = AGENCY) -> IdentityBlock:
    block = composed(sop, settings).identity
    assert block is not None
    return block


def boxes_of(sop: Sop) -> dict[str, SectionBlock]:
    return {box.key: box for pair in identity_of(sop).pairs for box in pair}


def test_the_cover_shows_the_five_things_of_the_regulation() -> None:
    cover = composed(regulation_example()).cover
    assert cover is not None
    assert cover.heading == "STANDAR OPERASIONAL PROSEDUR"
    assert cover.title == "Penetapan Standar Operasional Prosedur"
    assert cover.year == "2019"
    assert (cover.institution, cover.address) == (AGENCY.institution.name, "Jalan Harsono RM 70")
    assert cover.unit == ()


def test_a_profile_may_add_the_unit_to_the_cover_or_do_without_a_cover() -> None:
    cover = composed(regulation_example(), profile="permenpan-rb-35-2012").cover
    assert cover is not None
    assert cover.unit[-1] == "Bagian Organisasi dan Tata Laksana"
    assert composed(regulation_example(), profile="permendagri-52-2011").cover is None


@pytest.mark.parametrize(
    ("year", "made", "printed"),
    [
        (None, Given(date(2019, 3, 25), AT), "2019"),
        (Given(2020, AT), Given(date(2019, 3, 25), AT), "2020"),
        (Given(None, AT), Given(date(2019, 3, 25), AT), ""),
        (None, Given(None, AT), ""),
        (None, None, ""),
    ],
)
def test_the_year_is_that_of_the_making_unless_stated(
    year: Given[int] | None, made: Given[date] | None, printed: str
) -> None:
    sop = bare()
    cover = composed(replace(sop, identity=replace(sop.identity, year=year, made=made))).cover
    assert cover is not None
    assert cover.year == printed


def test_the_identity_block_of_gambar_2() -> None:
    block = identity_of(regulation_example())
    assert block.heading == (
        "BADAN SIBER DAN SANDI NEGARA",
        "SEKRETARIAT UTAMA",
        "BIRO ORGANISASI DAN SDM",
        "BAGIAN ORGANISASI DAN TATA LAKSANA",
    )
    assert [(row.label, row.lines) for row in block.rows] == [
        ("NOMOR SOP", ("SOP/OT.01/1/2019",)),
        ("TGL PEMBUATAN", ("25 Maret 2019",)),
        ("TGL REVISI", ("-",)),
        ("TGL EFEKTIF", ("11 April 2019",)),
    ]
    assert block.approval_label == "DISAHKAN OLEH"
    assert block.approval_office == "SEKRETARIS UTAMA"
    assert block.approval_person == "Syahrul Mubarak, S.IP., M.M."
    assert block.approval_nip == "NIP. 19620306 198310 1 001"
    assert (block.title_label, block.title) == (
        "NAMA SOP",
        "PENETAPAN STANDAR OPERASIONAL PROSEDUR",
    )
    assert [(left.label, right.label) for left, right in block.pairs] == [
        ("DASAR HUKUM", "KUALIFIKASI PELAKSANA"),
        ("KETERKAITAN", "PERALATAN/PERLENGKAPAN"),
        ("PERINGATAN", "PENCATATAN DAN PENDATAAN"),
    ]


def test_what_is_not_filled_in_stays_empty() -> None:
    block = identity_of(bare("Rapat"), Settings())
    assert block.heading == ()
    assert {row.lines for row in block.rows} == {("",)}
    assert block.approval_office == block.approval_person == block.approval_nip == ""
    assert all(not box.items for pair in block.pairs for box in pair)


def test_what_is_declined_prints_a_dash() -> None:
    sop = bare()
    none = Given(None, AT)
    identity = replace(
        sop.identity, number=none, made=none, revised=none, effective=none, approval=none
    )
    block = identity_of(replace(sop, identity=identity))
    assert {row.lines for row in block.rows} == {("-",)}
    assert (block.approval_office, block.approval_person) == ("-", "")


def test_a_unit_chain_that_begins_with_the_institution_names_it_once() -> None:
    sop = bare()
    unit = ("Badan Siber dan Sandi Negara", "Deputi I")
    block = identity_of(replace(sop, identity=replace(sop.identity, unit=unit)))
    assert block.heading == ("BADAN SIBER DAN SANDI NEGARA", "DEPUTI I")


@pytest.mark.parametrize(
    ("nip", "printed"),
    [
        ("19620306 198310 1 001", "NIP. 19620306 198310 1 001"),
        ("NRP 78010203", "NRP 78010203"),
        ("-", ""),
        ("", ""),
    ],
)
def test_officials_have_a_nip_another_number_or_none(nip: str, printed: str) -> None:
    sop = bare()
    approval = Given(Approval("Bupati", "A", nip, AT), AT)
    block = identity_of(replace(sop, identity=replace(sop.identity, approval=approval)))
    assert block.approval_nip == printed


def test_references_print_as_the_title_of_the_other_sop_and_link_to_its_page() -> None:
    assert boxes_of(regulation_example())["keterkaitan"].items == (
        LinkedText("SOP Penomoran SOP", "../tata-usaha/penomoran-sop.html"),
        LinkedText("SOP Pengagendaan SOP", "agenda.html"),
    )


def test_a_regulation_prints_its_title_and_an_unknown_one_its_id() -> None:
    law = Regulation("uu-25", "UU 25/2009", None, None, None, "https://x", "umum.sop", AT)
    items = (
        replace(reference_item("uu-25"), text=law.title, regulation=law),
        reference_item("perka-3-2011"),
    )
    sop = replace(bare(), sections=((Section.DASAR_HUKUM, items),))
    assert boxes_of(sop)["dasar-hukum"].items == (
        LinkedText("UU 25/2009"),
        LinkedText("Perka 3 2011"),
    )


def test_entries_of_a_profile_stand_below_the_dates() -> None:
    profile = read_profile("x", 'extends = "bssn-4-2019"\n[entries]\nterbit = "TGL TERBIT"')
    sop = bare()
    extra = (("terbit", Given("5", AT)), ("revisi-ke", Given(None, AT)))
    sop = replace(sop, identity=replace(sop.identity, extra=extra))
    block = compose(sop, profile, AGENCY, charts=[], references={}, logo=None, path="x").identity
    assert block is not None
    assert [(row.label, row.lines) for row in block.rows[4:]] == [
        ("TGL TERBIT", ("5",)),
        ("REVISI-KE", ("-",)),
    ]


def test_settings_choose_the_paper() -> None:
    document = composed(regulation_example(), Settings(paper="F4", orientation="potret"))
    assert document.cover
    assert document.identity
    sizes = [(part.paper.width, part.paper.height) for part in (document.cover, document.identity)]
    assert sizes == [(215, 330), (215, 330)]
    assert (document.charts[0].paper.width, document.charts[0].paper.height) == (215, 330)
    across = composed(regulation_example(), Settings(paper="F4")).charts[0].paper
    assert (across.width, across.height) == (330, 215)


def test_the_document_names_itself() -> None:
    document = composed(replace(regulation_example(), sections=()))
    assert (document.id, document.path) == ("penetapan-sop", "ortala/penetapan-sop")
    assert document.number == "SOP/OT.01/1/2019"
    assert composed(bare()).number == ""


def test_dates_are_written_in_words() -> None:
    assert long_date(date(2025, 8, 1)) == "1 Agustus 2025"
    assert long_date(date(2025, 12, 31)) == "31 Desember 2025"


def test_a_text_item_is_itself() -> None:
    sop = replace(bare(), sections=((Section.PERINGATAN, (text_item("Awas"),)),))
    assert boxes_of(sop)["peringatan"].items == (LinkedText("Awas"),)

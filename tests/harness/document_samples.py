"""SOPs as model values, made by hand, for tests of the rooms that do not read `.sop` texts.

`regulation_example` is the example that BSSN 4/2019 prints as Gambar 2 and 3; `bare` is the least
that a model can hold, a draft in which nothing was filled in.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sopdsl.drawing.items import Drawing, Text
from sopdsl.model.types import (
    Approval,
    Chart,
    Edge,
    EdgeRole,
    Given,
    Identity,
    Item,
    Items,
    Lane,
    LaneKind,
    Reference,
    Remark,
    Section,
    Sop,
    Step,
    Symbol,
    SymbolKind,
    SymbolRef,
)
from sopdsl.model.waktu import Waktu
from sopdsl.source import Span

AT = Span(0, 0)


def bare(title: str = "Penetapan") -> Sop:
    """Return a draft without any entry, section or chart."""
    identity = Identity(
        number=None,
        kinds=(),
        kinds_span=None,
        unit=(),
        unit_span=None,
        made=None,
        revised=None,
        effective=None,
        approval=None,
        status=None,
        logo=None,
        year=None,
        extra=(),
    )
    return Sop(
        id="contoh",
        title=title,
        title_span=AT,
        is_library=False,
        identity=identity,
        sections=(),
        section_spans=(),
        charts=(),
        history=(),
        regulations=(),
        library_lanes=(),
        extensions=(),
        uses=(),
        head=AT,
    )


def text_item(text: str) -> Item:
    """Return a section's line that is a text."""
    return Item(text, None, None, AT)


def reference_item(name: str, part: str | None = None) -> Item:
    """Return a section's line that refers to another SOP."""
    return Item("", Reference(name, part, AT), None, AT)


def lane(lane_id: str, title: str, kind: LaneKind | None = None) -> Lane:
    """Return a declared lane."""
    return Lane(lane_id, title, kind, (), None, True, "contoh.sop", AT)


def step(
    row: int,
    activity: str,
    *actors: str,
    kind: SymbolKind = SymbolKind.PROSES,
    needs: tuple[str, ...] = (),
    minutes: int = 5,
    gives: tuple[str, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> Step:
    """Return a row with one symbol of ``kind`` for each actor."""
    name = f"s{row}"
    symbols = tuple(Symbol(SymbolRef(name, actor), kind, "", "", AT) for actor in actors)
    return Step(
        id=name,
        named=False,
        row=row,
        kinds=(kind,),
        activity=activity,
        symbols=symbols,
        ties=(),
        entries=tuple(symbol.ref for symbol in symbols[:1]),
        exits=tuple(symbol.ref for symbol in symbols[:1]),
        kelengkapan=Items(needs, False, AT),
        waktu=Waktu(f"{minutes} menit", minutes, minutes),
        waktu_span=AT,
        output=Items(gives, False, AT),
        remarks=remarks,
        optional=False,
        call=None,
        connector="",
        break_before=False,
        line=row,
        span=AT,
        head=AT,
        name_span=AT,
        activity_span=AT,
    )


def edge(source: Step, target: Step, label: str = "") -> Edge:
    """Return an arrow from the first symbol of a step to the first of another."""
    role = EdgeRole.BRANCH if label else EdgeRole.NEXT
    return Edge(source.symbols[0].ref, target.symbols[0].ref, role, label, "", AT)


def chart(steps: tuple[Step, ...], edges: tuple[Edge, ...], *lanes: Lane, number: int = 1) -> Chart:
    """Return a chart without title or footnotes."""
    return Chart(number, f"alur-{number}", "", lanes, (), False, steps, edges, (), AT)


def regulation_example() -> Sop:
    """Return the SOP of Gambar 2 and 3."""
    sop = bare("Penetapan Standar Operasional Prosedur")
    identity = replace(
        sop.identity,
        number=Given("SOP/OT.01/1/2019", AT),
        unit=(
            "Sekretariat Utama",
            "Biro Organisasi dan SDM",
            "Bagian Organisasi dan Tata Laksana",
        ),
        made=Given(date(2019, 3, 25), AT),
        revised=Given(None, AT),
        effective=Given(date(2019, 4, 11), AT),
        approval=Given(
            Approval(
                "Sekretaris Utama", "Syahrul Mubarak, S.IP., M.M.", "19620306 198310 1 001", AT
            ),
            AT,
        ),
    )
    return replace(
        sop,
        id="penetapan-sop",
        identity=identity,
        sections=_sections(),
        charts=(_regulation_chart(),),
    )


def _sections() -> tuple[tuple[Section, tuple[Item, ...]], ...]:
    return (
        (
            Section.DASAR_HUKUM,
            (
                text_item(
                    "Peraturan Menteri Negara PAN dan RB Nomor 35 Tahun 2012 tentang Pedoman "
                    "Penyusunan SOP Administrasi Pemerintahan"
                ),
                text_item(
                    "Peraturan Badan Siber dan Sandi Negara Nomor 2 Tahun 2018 tentang Organisasi "
                    "dan Tata Kerja BSSN"
                ),
            ),
        ),
        (
            Section.KETERKAITAN,
            (reference_item("penomoran-sop"), reference_item("pengagendaan-sop")),
        ),
        (
            Section.PERINGATAN,
            (
                text_item(
                    "Apabila SOP dalam kegiatan di setiap unit kerja tidak dibuat maka akan "
                    "menyebabkan ketidakefektifan dalam pelaksanaan kegiatan di setiap unit kerja."
                ),
            ),
        ),
        (
            Section.KUALIFIKASI,
            (
                text_item("Memiliki kemampuan menggunakan komputer"),
                text_item("Memiliki kemampuan pengadministrasi umum"),
                text_item("Mengetahui tata cara penyusunan SOP"),
                text_item("Memiliki wewenang penandatanganan SOP"),
            ),
        ),
        (
            Section.PERALATAN,
            (
                text_item("Komputer/printer/scanner"),
                text_item("Jaringan internet"),
                text_item("Pedoman penyusunan SOP"),
            ),
        ),
        (
            Section.PENCATATAN,
            (
                text_item("Penetapan dan Penomoran SOP"),
                text_item("Penyimpanan SOP secara elektronik dan manual"),
            ),
        ),
    )


def _regulation_chart() -> Chart:
    reviu = Remark("", Reference("reviu-sop", None, AT), AT)
    start = step(
        1,
        "Memberikan konsep SOP baru/revisi kepada Kepala Bagian Organisasi dan Tata Laksana",
        "pengusul",
        kind=SymbolKind.MULAI,
        needs=("Konsep SOP",),
        gives=("Nodin Permohonan Reviu SOP", "Konsep SOP"),
    )
    review = step(
        2,
        "Melakukan reviu draft SOP dan menyerahkan hasil reviu kepada unit kerja pengusul",
        "kabag",
        needs=("Nodin Permohonan Reviu SOP", "Konsep SOP"),
        minutes=180,
        gives=("Nodin Jawaban Hasil Reviu SOP",),
        remarks=(reviu,),
    )
    decide = step(
        3,
        "Memeriksa hasil reviu",
        "pengusul",
        kind=SymbolKind.KEPUTUSAN,
        needs=("Nodin Jawaban Hasil Reviu SOP",),
        minutes=180,
        gives=("Disposisi", "Draft SOP"),
    )
    sign = step(4, "Menandatangani SOP", "pimpinan", gives=("Draft SOP yang sudah ditandatangani",))
    end = step(5, "Melakukan dokumentasi SOP", "kabag", kind=SymbolKind.SELESAI, minutes=10)
    return chart(
        (start, review, decide, sign, end),
        (
            edge(start, review),
            edge(review, decide),
            edge(decide, sign, "Sesuai"),
            edge(decide, review, "Belum sesuai"),
            edge(sign, end),
        ),
        lane("pengusul", "Unit Kerja Pengusul"),
        lane("kabag", "Kepala Bagian Ortala"),
        lane("pimpinan", "Pimpinan Unit Kerja Pengusul"),
    )


def blank_drawing(page: int = 1, width: float = 297, height: float = 210) -> Drawing:
    """Return a page that shows nothing but its number."""
    words = Text("sop-text", (f"Halaman {page}",), 40, 60, 8, 10)
    return Drawing(width, height, f"Halaman {page}", "", (("sop-page", str(page)),), (words,))


def blank_svg(drawing: Drawing) -> str:
    """Return a stand-in for a drawn page: a frame at the paper's very edge, and its title."""
    width, height = drawing.width, drawing.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{drawing.title}" '
        f'width="{width:g}mm" height="{height:g}mm" viewBox="0 0 {width:g} {height:g}">'
        f'<rect x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" fill="none" '
        f'stroke="#000"/><text x="20" y="20" font-size="5">{drawing.title}</text></svg>'
    )

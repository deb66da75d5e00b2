"""What must hold of every text and every tree, however broken."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sopdsl.model.build import Built, build, build_library
from sopdsl.model.libraries import LibraryProblem
from sopdsl.model.query import Graph, lane_totals
from sopdsl.model.types import Chart
from sopdsl.source import Source, Span
from sopdsl.syntax import parse, tree

NAMES = ("a", "b", "c", "selesai", "langkah-1", "x")
WORDS = st.sampled_from(NAMES)
KINDS = st.sampled_from(("mulai", "langkah", "keputusan", "selesai"))
SIGNS = st.sampled_from((",", ">", "<>", "|"))
TEXTS = st.sampled_from(("", "Menyusun", "5 menit", "jika lengkap"))


@st.composite
def actors(draw: st.DrawFn) -> str:
    parts = [draw(WORDS)]
    for _ in range(draw(st.integers(0, 4))):
        parts += [draw(SIGNS), draw(WORDS)]
    return " ".join(parts)


@st.composite
def targets(draw: st.DrawFn) -> str:
    names = draw(st.lists(WORDS, min_size=1, max_size=3))
    return ", ".join(name + draw(st.sampled_from(("", ".a", ".c"))) for name in names)


@st.composite
def entries(draw: st.DrawFn) -> str:
    form = draw(
        st.sampled_from(
            (
                "-> {t}",
                "ya",
                "ya -> {t}",
                'tidak -> {t} "Belum"',
                'jika "{x}" -> {t}',
                'tanya "{x}"',
                "oleh {a} {k}",
                'oleh {a} "{x}"',
                "oleh {a} -> {t}",
                "oleh {a} ya -> {t}",
                "oleh {a} tidak",
                "waktu sama",
                'waktu "{x}"',
                "opsional",
                "wkatu 5",
                "output",
            )
        )
    )
    return form.format(t=draw(targets()), x=draw(TEXTS), a=draw(WORDS), k=draw(KINDS))


@st.composite
def statements(draw: st.DrawFn) -> str:
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.sampled_from(('alur "Bagan"', "alur", "alur x", "halaman", "gunakan")))
    if kind == 1:
        lanes = "".join(f'\n  {name} "{name}"' for name in draw(st.lists(WORDS, max_size=4)))
        fixed = draw(st.sampled_from(("", " tetap")))
        group = draw(st.sampled_from(("", '\n  kelompok "G"', "\n  kelompok -")))
        return f"pelaksana{fixed}{group}{lanes}"
    head = " ".join(draw(st.lists(KINDS, min_size=1, max_size=2)))
    name = draw(st.sampled_from(("", " a", " b", " x", " langkah-2")))
    who = f" oleh {draw(actors())}" if draw(st.integers(0, 9)) else ""
    lines = "".join(f"\n  {entry}" for entry in draw(st.lists(entries(), max_size=4)))
    return f'{head}{name}{who} "{draw(TEXTS)}"{lines}'


def any_of(union: object) -> st.SearchStrategy[Any]:
    """Return values of any member of a union of types."""
    return st.one_of(*(st.from_type(member) for member in get_args(union)))


# Trees of arbitrary content; what the grammar itself promises (a step has a kind) is kept.
KIND_WORDS = st.builds(tree.Word, KINDS, st.just(Span(0, 1)))
WORD = st.builds(tree.Word, st.text(max_size=8) | WORDS, st.just(Span(0, 1)))
STRING = st.builds(tree.String, st.text(max_size=8), st.just(Span(0, 1)))
st.register_type_strategy(
    tree.StepStatement,
    st.builds(
        tree.StepStatement,
        kinds=st.lists(KIND_WORDS, min_size=1, max_size=2).map(tuple),
        name=st.none() | WORD,
        actors=st.none() | st.from_type(tree.Actors),
        activity=st.none() | STRING,
        entries=st.lists(any_of(tree.Entry), max_size=3).map(tuple),
        span=st.from_type(Span),
    ),
)
st.register_type_strategy(Span, st.builds(Span, st.integers(0, 5), st.integers(5, 9)))

DOCUMENTS = st.lists(statements(), max_size=12).map(
    lambda found: 'sop x "X"\n' + "\n".join(found) + "\n"
)


def holds(result: Built, length: int) -> None:
    """Fail when a document breaks a promise of :mod:`sopdsl.model.types`."""
    for finding in result.found:
        assert 0 <= finding.span.start <= finding.span.end <= length
        assert finding.message.id
        assert finding.message.en
    for number, chart in enumerate(result.sop.charts, 1):
        assert chart.number == number
        holds_of_chart(chart)


def holds_of_chart(chart: Chart) -> None:
    lanes = [lane.id for lane in chart.lanes]
    symbols = [symbol.ref for step in chart.steps for symbol in step.symbols]
    assert [step.row for step in chart.steps] == list(range(1, len(chart.steps) + 1))
    assert len({step.id for step in chart.steps}) == len(chart.steps)
    assert len(set(lanes)) == len(lanes)
    assert len(set(symbols)) == len(symbols)
    assert {ref.lane for ref in symbols} == set(lanes)
    for step in chart.steps:
        mine = {symbol.ref for symbol in step.symbols}
        assert {*step.entries, *step.exits} <= mine
        assert bool(step.entries) == bool(mine)
        pairs = [frozenset((tie.first, tie.second)) for tie in step.ties]
        assert all(len(pair) == 2 and pair <= mine for pair in pairs)
        assert len(set(pairs)) == len(pairs)
        for lane in step.lanes:
            parts = [ref.part for ref in sorted(mine, key=lambda r: r.part) if ref.lane == lane]
            assert parts == list(range(len(parts)))
    known = set(symbols)
    for edge in chart.edges:
        assert {edge.source, edge.target} <= known
        assert edge.source != edge.target
    drawn = [(edge.source, edge.target, edge.label) for edge in chart.edges]
    assert len(set(drawn)) == len(drawn)
    graph = Graph(chart)
    assert set(graph.traps()) <= {step.id for step in chart.steps}
    assert set(lane_totals(chart)) == set(lanes)


@given(DOCUMENTS)
@settings(max_examples=300, deadline=None)
def test_every_document_keeps_the_promises(text: str) -> None:
    syntax = parse(Source("x.sop", text))
    holds(build(syntax.tree), len(text))


@given(DOCUMENTS)
@settings(max_examples=60, deadline=None)
def test_every_text_is_a_library_or_not_and_never_raises(text: str) -> None:
    source = Source("x.sop", text.replace('sop x "X"', 'pustaka "X"'))
    parsed = parse(source).tree
    libraries = {"": LibraryProblem("missing")}
    assert build_library(parsed, libraries) is not None
    assert build(parsed, libraries).sop.is_library


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_built(text: str) -> None:
    syntax = parse(Source("x.sop", text))
    holds(build(syntax.tree), len(text))


@given(st.lists(any_of(tree.Statement), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_tree_at_all_is_built(found: list[tree.Statement]) -> None:
    placed = tuple(tree.Placed(10 * number, one) for number, one in enumerate(found))
    result = build(tree.Tree(Source("x.sop", ""), placed))
    for chart in result.sop.charts:
        holds_of_chart(chart)


st.register_type_strategy(tree.Word, WORD)
st.register_type_strategy(tree.String, STRING)

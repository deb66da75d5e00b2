"""Keputusan tanpa dua jalan keluar yang berlabel.

## Indonesia
Sebuah keputusan mempunyai kurang dari dua jalan keluar, jalan keluar tanpa label, atau dua jalan
keluar dengan label yang sama.

**Mengapa.** Belah ketupat menunjukkan pengambilan keputusan (BSSN 4/2019 II.B.3.c): pembaca harus
dapat memilih, dan label menyebut pilihannya.

**Perbaikan.** Tulis `ya` dan `tidak`, atau `jika "…"` dua kali atau lebih. `ya` tanpa panah menuju
langkah berikutnya.

## English
A decision has fewer than two exits, an exit without a label, or two exits with one label.

**Why.** The diamond shows that a decision is taken (BSSN 4/2019 II.B.3.c): a reader must be able to
choose, and the labels name the choices.

**Fix.** Write `ya` and `tidak`, or `jika "…"` twice or more. `ya` without an arrow leads to the
next step.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
langkah ajukan oleh ketua "Mengajukan konsep"
keputusan oleh ketua "Memeriksa konsep"
#^^^^^^^^ decision-exits: keputusan pada langkah 3 hanya mempunyai satu jalan keluar
  tidak -> ajukan
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
langkah ajukan oleh ketua "Mengajukan konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya
  tidak -> ajukan
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import Edge, EdgeRole, Step, Symbol, SymbolKind, SymbolRef
from sopdsl.source import Span

META = RuleMeta(
    name="decision-exits",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.c",
    title=Phrase(
        "keputusan tanpa dua jalan keluar berlabel", "a decision without two labelled exits"
    ),
)


_ENOUGH = 2


def check(context: Context) -> Iterator[Diagnostic]:
    """Find decisions whose exits do not make a choice."""
    for chart in context.sop.charts:
        leaving: dict[SymbolRef, list[Edge]] = {}
        for edge in chart.edges:
            leaving.setdefault(edge.source, []).append(edge)
        for step in chart.steps:
            if context.disputed(step.span):
                continue
            for symbol in step.symbols:
                if symbol.kind is SymbolKind.KEPUTUSAN:
                    yield from _exits(context, step, symbol, leaving.get(symbol.ref, []))


def _exits(
    context: Context, step: Step, symbol: Symbol, leaving: Sequence[Edge]
) -> Iterator[Diagnostic]:
    exits = [edge for edge in leaving if edge.role is EdgeRole.BRANCH]
    choices = {(edge.outcome, edge.label) for edge in exits}
    name = called(step)
    where = Phrase(f"keputusan pada {name.id}", f"the decision at {name.en}")
    plain = next((edge for edge in leaving if edge.role is EdgeRole.ARROW), None)
    if plain is not None:
        message = Phrase(
            f"panah dari {where.id} tidak berlabel", f"an arrow of {where.en} has no label"
        )
        yield Diagnostic(META.name, META.severity, message, plain.span, hints=(_WRITE_TWO,))
    elif len(choices) < _ENOUGH:
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f"{where.id} hanya mempunyai satu jalan keluar"
                if choices
                else f"{where.id} tidak mempunyai jalan keluar",
                f"{where.en} has {'one exit' if choices else 'no exit'}",
            ),
            step.kind_span if len(step.lanes) == 1 else symbol.span,
            hints=(_WRITE_TWO,),
            fixes=_missing_exit(context, step, exits),
        )
    labels: dict[str, str] = {}
    for edge in exits:
        if labels.setdefault(edge.label.casefold(), edge.outcome) != edge.outcome:
            message = Phrase(
                f'dua jalan keluar {where.id} berlabel "{edge.label}"',
                f'two exits of {where.en} are labelled "{edge.label}"',
            )
            yield Diagnostic(META.name, META.severity, message, edge.span)


_WRITE_TWO = Phrase(
    'tulis "ya" dan "tidak", atau "jika" dua kali atau lebih',
    'write "ya" and "tidak", or "jika" twice or more',
)


def _missing_exit(context: Context, step: Step, exits: Sequence[Edge]) -> tuple[Fix, ...]:
    """Return the fix that adds the other of `ya` and `tidak`, leading to the next step."""
    other = {"ya": "tidak", "tidak": "ya"}.get(exits[0].outcome) if exits else None
    if other is None or len(step.lanes) > 1:
        return ()
    lines = context.source.lines
    line = lines.position(exits[0].span.start).line
    end = lines.line_span(line).end
    title = Phrase(f'tambahkan "{other}" ke langkah berikutnya', f'add "{other}" to the next step')
    return (Fix(title, (TextEdit(Span(end, end), f"\n  {other}"),)),)

"""Faults to plant into clean documents, as data: a name, the rule that must find it, a text edit.

Each edit gets the lines of a document and changes them in place; it returns the line (from 0) at
which the finding must stand, or ``None`` where the document has no place for this fault. A new kind
is one more entry of :data:`FAULTS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Lines = list[str]
Plant = Callable[[Lines], int | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault.

    Attributes:
        name: unique.
        rule: the rule that must find it.
        plant: puts it in.
    """

    name: str
    rule: str
    plant: Plant


STEP = r"(?:mulai|langkah|keputusan|selesai)\b"
PLAIN = r'^langkah (?:[\w-]+ )?oleh [\w-]+ "[^"\\]*"$'  # a step of one actor, its text on one line


def find(lines: Lines, pattern: str, start: int = 0) -> int | None:
    """Return the first line that a pattern matches, or ``None``."""
    wanted = re.compile(pattern)
    return next((n for n in range(start, len(lines)) if wanted.search(lines[n])), None)


def change(pattern: str, replacement: str) -> Plant:
    """Change the first match; the finding stands on that line."""

    def plant(lines: Lines) -> int | None:
        at = find(lines, pattern)
        if at is not None:
            lines[at] = re.sub(pattern, replacement, lines[at], count=1)
        return at

    return plant


def add_below(pattern: str, line: str, *, here: bool = True) -> Plant:
    """Add a line below the first match; the finding stands on it, or on the match."""

    def plant(lines: Lines) -> int | None:
        at = find(lines, pattern)
        if at is None:
            return None
        match = re.search(pattern, lines[at])
        lines.insert(at + 1, match.expand(line) if match else line)
        return at + 1 if here else at

    return plant


def drop(pattern: str, speaks: str) -> Plant:
    """Delete the first match; the finding stands on the nearest line above it that ``speaks``."""

    def plant(lines: Lines) -> int | None:
        at = find(lines, pattern)
        if at is None:
            return None
        del lines[at]
        return next((n for n in range(at - 1, -1, -1) if re.search(speaks, lines[n])), None)

    return plant


def in_force(plant: Plant) -> Plant:
    """Plant only into a document that says it is in force."""

    def guarded(lines: Lines) -> int | None:
        return None if find(lines, r"^  status +berlaku") is None else plant(lines)

    return guarded


def without(pattern: str, plant: Plant) -> Plant:
    """Plant only where a pattern matches no line."""

    def guarded(lines: Lines) -> int | None:
        return None if find(lines, pattern) is not None else plant(lines)

    return guarded


def drop_section(word: str) -> Plant:
    """Delete a section; the finding stands at the document's opening line."""

    def plant(lines: Lines) -> int | None:
        at = find(lines, rf"^{word}$")
        if at is None:
            return None
        end = at + 1
        while end < len(lines) and lines[end].startswith(" "):
            end += 1
        del lines[at:end]
        return find(lines, r"^sop ")

    return plant


def drop_exit(lines: Lines) -> int | None:
    """Leave a decision with one exit; the finding stands at the decision."""
    at = find(lines, r"^keputusan (?:[\w-]+ )?oleh [\w-]+ ")
    if at is None:
        return None
    exit_line = find(lines, r"^  tidak\b", at)
    following = find(lines, rf"^{STEP}", at + 1)
    if exit_line is None or (following is not None and exit_line > following):
        return None
    del lines[exit_line]
    return at


def same_exits(lines: Lines) -> int | None:
    """Let both exits of a decision lead on; the finding stands at the decision."""
    at = find(lines, r"^keputusan (?:[\w-]+ )?oleh [\w-]+ ")
    if at is None:
        return None
    yes = find(lines, r"^  ya\b", at)
    following = find(lines, rf"^{STEP}", at + 1)
    if yes is None or following is None or yes > following or following + 1 >= len(lines):
        return None
    if not re.match(r"  tidak\b", lines[yes + 1]):
        return None
    lines[yes] = '  ya "Sesuai"'
    lines[yes + 1] = '  tidak "Belum sesuai"'
    return at


def no_capsule(word: str) -> Plant:
    """Turn the only capsule of a kind into a box; the finding stands where the chart begins."""

    def plant(lines: Lines) -> int | None:
        if sum(bool(re.match(rf"(?:\w+ )?{word}\b", line)) for line in lines) != 1:
            return None
        if find(lines, r"^alur\b|\boleh [\w-]+ selesai|-> selesai|-> mulai") is not None:
            return None
        at = find(lines, rf"^{word} (?!langkah)")
        if at is None:
            return None
        lines[at] = lines[at].replace(word, "langkah", 1)
        return at

    return plant


def reversed_lanes(lines: Lines) -> int | None:
    """Keep an order of lanes that is no order of activity; returns where the lanes begin."""
    at = find(lines, r"^pelaksana$")
    if at is None or find(lines, r"^pelaksana", at + 1) is not None:
        return None
    end = at + 1
    while end < len(lines) and lines[end].startswith("  "):
        end += 1
    block = lines[at + 1 : end]
    if len(block) < 2 or any("kelompok" in line for line in block):
        return None
    first = find(lines, rf"^{STEP}")
    actor = re.search(r"oleh ([\w-]+)", lines[first or 0])
    names = [line.split()[0] for line in block]
    if actor is None or actor[1] not in names or names[-1] == actor[1]:
        return None
    lines[at] = "pelaksana tetap"
    lines[at + 1 : end] = reversed(block)
    return at


def wrong_first_lane(lines: Lines) -> int | None:
    """As :func:`reversed_lanes`; the finding stands on the first lane."""
    at = reversed_lanes(lines)
    return None if at is None else at + 1


def first_step_right(lines: Lines) -> int | None:
    """As :func:`reversed_lanes`; the finding stands on the first step."""
    return None if reversed_lanes(lines) is None else find(lines, rf"^{STEP}")


def step_twice(lines: Lines) -> int | None:
    """Write an unnamed step twice, the second just below."""
    at = find(lines, r'^langkah oleh [\w-]+ "[^"\\]*"$')
    if at is None:
        return None
    end = at + 1
    while end < len(lines) and lines[end].startswith("  "):
        end += 1
    if any("->" in line for line in lines[at:end]):
        return None
    lines[end:end] = ["", *lines[at:end]]
    return end + 1


def loop(lines: Lines) -> int | None:
    """Put a loop without a decision before the end."""
    at = find(lines, r"^selesai ")
    actor = re.search(r"oleh ([\w-]+)", lines[at]) if at is not None else None
    if at is None or actor is None:
        return None
    lines[at:at] = [
        f'langkah putar-satu oleh {actor[1]} "Memutar"',
        f'langkah putar-dua oleh {actor[1]} "Membalik"',
        "  -> putar-satu, putar-tiga",
        f'langkah putar-tiga oleh {actor[1]} "Meneruskan"',
    ]
    return at


def lost_step(lines: Lines) -> int | None:
    """Put a step that nothing leads to after the last end."""
    ends = [n for n, line in enumerate(lines) if line.startswith("selesai ")]
    at = ends[-1] if ends else None
    actor = re.search(r"oleh ([\w-]+)", lines[at]) if at is not None else None
    if at is None or actor is None or find(lines, rf"^{STEP}", at + 1) is not None:
        return None
    end = find(lines, r"^\S", at + 1) or len(lines)
    lines[end:end] = [f'langkah tersesat oleh {actor[1]} "Menunggu"']
    return end


def second_name(lines: Lines) -> int | None:
    """Give a later step the name of an earlier one."""
    names = [n for n, line in enumerate(lines) if re.match(rf"{STEP}(?! oleh) [\w-]+ oleh", line)]
    names = [
        n
        for n in names
        if not re.match(r"(?:mulai|langkah) (?:langkah|selesai|keputusan)\b", lines[n])
    ]
    if len(names) < 2 or find(lines, r"^alur\b") is not None:
        return None
    first = lines[names[0]].split()[1]
    words = lines[names[1]].split(" ")
    lines[names[1]] = " ".join([words[0], first, *words[2:]])
    return names[1]


def swapped_letters(lines: Lines) -> int | None:
    """Misspell an input that is the output of the step above."""
    for at, line in enumerate(lines):
        made = re.match(r'  output +"([^"]+)"$', line)
        if not made or not (word := re.search(r"[a-z]{6,}", made[1])):
            continue
        text = word[0]
        middle = len(text) // 2
        wrong = text[:middle] + text[middle + 1] + text[middle] + text[middle + 2 :]
        needed = find(lines, rf'^  kelengkapan .*"{re.escape(made[1])}"', at)
        again = [n for n in range(at) if f'"{made[1]}"' in lines[n]]
        if needed is None or wrong == text or again:
            continue
        lines[needed] = lines[needed].replace(made[1], made[1].replace(text, wrong, 1))
        return needed
    return None


def other_time(lines: Lines) -> int | None:
    """Let an activity speak of another time than its step."""
    at = find(lines, PLAIN)
    while at is not None:
        end = find(lines, r"^\S", at + 1) or len(lines)
        time = find(lines, r"^  waktu +\d+ (?:menit|jam|hari(?: kerja)?)$", at)
        if time is not None and time < end:
            lines[at] = lines[at][:-1] + ' selama 9 bulan"'
            return time
        at = find(lines, PLAIN, at + 1)
    return None


def own_reference(lines: Lines) -> int | None:
    """List the document itself under keterkaitan."""
    name = re.match(r"sop ([\w-]+)", lines[find(lines, r"^sop ") or 0])
    at = find(lines, r"^keterkaitan$")
    if at is None or name is None:
        return None
    lines.insert(at + 1, f"  @{name[1]}")
    return at + 1


def entry_twice(lines: Lines) -> int | None:
    """Write the time of a step twice."""
    at = find(lines, r"^  waktu +\d")
    if at is not None:
        lines.insert(at + 1, lines[at])
        return at + 1
    return None


def citation_twice(lines: Lines) -> int | None:
    """Cite a regulation twice."""
    at = find(lines, r"^dasar-hukum$")
    if at is None or not lines[at + 1].lstrip().startswith("@"):
        return None
    lines.insert(at + 2, lines[at + 1])
    return at + 2


def revoked(lines: Lines) -> int | None:
    """Cite a regulation that the document's own register says is revoked."""
    at = find(lines, r"^dasar-hukum$")
    if at is None:
        return None
    lines.insert(at + 1, "  @uu-lama")
    lines += [
        "",
        'peraturan uu-lama "Undang-Undang Nomor 1 Tahun 1950 tentang Hal Lama"',
        "  dicabut 2001-01-01",
    ]
    return at + 1


def into_start(lines: Lines) -> int | None:
    """Let a decision lead back into the start's capsule."""
    if sum(line.startswith("mulai ") for line in lines) != 1 or find(lines, r"^alur\b") is not None:
        return None
    if find(lines, r"^mulai langkah\b") is not None:
        return None
    at = find(lines, r"^  tidak -> [\w-]+")
    if at is not None:
        lines[at] = re.sub(r"-> [\w-]+", "-> mulai", lines[at])
    return at


def empty_chart(lines: Lines) -> int | None:
    """Open a chart at the end and leave it empty."""
    lines += ['alur "Kosong"', ""]
    return len(lines) - 2


def late_start(lines: Lines) -> int | None:
    """Put a step before the start."""
    at = find(lines, r"^mulai ")
    actor = re.search(r"oleh ([\w-]+)", lines[at]) if at is not None else None
    if at is None or actor is None or find(lines, r"^alur\b") is not None:
        return None
    lines[at:at] = [f'langkah lebih-dulu oleh {actor[1]} "Menunggu"', ""]
    return at + 2


FAULTS = (
    # what cannot be read or understood
    Fault("keyword misspelt", "unknown-word", change(r"^  waktu\b", "  wkatu")),
    Fault("statement misspelt", "unknown-word", change(r"^kualifikasi$", "kualifkasi")),
    Fault("quote not closed", "syntax-error", change(r'^(sop [\w-]+ "[^"]+)"$', r"\1")),
    Fault("sign out of place", "syntax-error", change(r"^  waktu +(\d+)", r"  waktu = \1")),
    Fault("lane unknown", "unknown-name", change(rf"^({STEP}.* oleh) [\w-]+", r"\1 entah-siapa")),
    Fault("target unknown", "unknown-name", change(r"^( .*-> )[\w-]+", r"\1entah-mana")),
    Fault("step named twice", "duplicate-id", second_name),
    Fault("entry twice", "duplicate-entry", entry_twice),
    Fault("value missing", "missing-value", change(r"^  waktu +.*", "  waktu")),
    Fault("library missing", "missing-library", change(r'^gunakan "[^"]+"', 'gunakan "tiada.sop"')),
    Fault(
        "library not used",
        "unused-library",
        without(
            r"pelaksana\.sop|^  (?:sikarda|pengadministrasi)\b",
            add_below(r'^(gunakan ")\.\./pustaka/peraturan\.sop"', r'\1../pustaka/pelaksana.sop"'),
        ),
    ),
    # identity
    Fault("title missing", "missing-title", change(r'^(sop [\w-]+) "[^"]+"', r"\1")),
    Fault("title begins with SOP", "title-prefix", change(r'^(sop [\w-]+ ")', r"\1SOP ")),
    Fault("year in title", "title-with-year", change(r'^(sop [\w-]+ "[^"]+)"', r'\1 Tahun 2024"')),
    Fault("made after in force", "date-order", change(r"^(  berlaku +)2\d{3}", r"\g<1>2001")),
    Fault("date to come", "future-date", change(r"^(  dibuat +)2\d{3}", r"\g<1>2097")),
    Fault("nip too short", "bad-nip", change(r'(nip "\d{8}) ', r"\g<1>9 ")),
    Fault("legal basis missing", "missing-legal-basis", in_force(drop_section("dasar-hukum"))),
    Fault("tools missing", "missing-section", in_force(drop_section("peralatan"))),
    Fault("cites itself", "self-reference", own_reference),
    Fault("cites twice", "duplicate-citation", citation_twice),
    Fault("cites what is revoked", "repealed-citation", revoked),
    Fault("cites nothing", "unresolved-reference", add_below(r"^keterkaitan$", "  @tiada")),
    Fault(
        "reference not listed",
        "unlisted-reference",
        without(
            "@penyelamatan-arsip-bencana|^sop penyelamatan",
            add_below(PLAIN, "  keterangan @penyelamatan-arsip-bencana"),
        ),
    ),
    Fault("jobs of several", "kind-mismatch", change(r"^(  jenis +)administratif", r"\1teknis")),
    Fault(
        "approval missing", "missing-approval", in_force(change(r"^  disahkan +.*", "  disahkan -"))
    ),
    Fault("number missing", "missing-number", in_force(change(r"^  nomor +.*", "  nomor -"))),
    Fault("date missing", "missing-date", in_force(change(r"^  dibuat +.*", "  dibuat -"))),
    Fault("warning without if", "warning-wording", add_below("^peringatan$", '  "Hati-hati"')),
    Fault("chart without steps", "empty-chart", empty_chart),
    # lanes
    Fault("idle lane", "unused-lane", add_below(r"^pelaksana(?: tetap)?$", '  iseng "Iseng"')),
    Fault("lanes by rank", "lane-order", wrong_first_lane),
    Fault("first step not left", "first-step-not-left", first_step_right),
    # flow
    Fault(
        "actor missing", "missing-actor", change(r'^(langkah (?:[\w-]+ )?)oleh [\w-]+ (?=")', r"\1")
    ),
    Fault(
        "activity missing",
        "missing-activity",
        change(r'^(langkah (?:[\w-]+ )?oleh [\w-]+) "[^"\\]*"$', r"\1"),
    ),
    Fault("no start", "no-start", no_capsule("mulai")),
    Fault("no end", "no-end", no_capsule("selesai")),
    Fault("one exit", "decision-exits", drop_exit),
    Fault("exits to one place", "decision-same-target", same_exits),
    Fault(
        "exit without decision",
        "branch-without-decision",
        add_below(PLAIN, '  ya "Setuju"', here=False),
    ),
    Fault(
        "condition in words",
        "condition-without-decision",
        change(f'({PLAIN[:-2]})"$', r'\1, apabila keliru dikembalikan"'),
    ),
    Fault(
        "arrow to itself", "self-arrow", add_below(r"^langkah ([\w-]+) oleh [\w-]+ \"", r"  -> \1")
    ),
    Fault("lost step", "unreachable-step", lost_step),
    Fault("step leads nowhere", "dead-end", lost_step),
    Fault("loop without decision", "endless-loop", loop),
    Fault("arrow into start", "arrow-into-start", into_start),
    Fault("second start", "several-starts", change(r"^langkah oleh", "mulai oleh")),
    Fault("late start", "start-not-first", late_start),
    Fault("step twice", "duplicate-step", step_twice),
    # wording
    Fault("noun", "not-active-verb", change(r'(oleh [\w-]+ ")[A-Z][a-z]+', r"\1Pelaksanaan")),
    Fault("thing first", "not-active-verb", change(r'(oleh [\w-]+ ")[A-Z][a-z]+', r"\1Berkas")),
    Fault("actor first", "actor-in-activity", change(r'(oleh [\w-]+ ")M', r"\1Petugas m")),
    Fault("two verbs", "several-activities", change(f'({PLAIN[:-2]})"$', r'\1 dan mencatatnya"')),
    Fault("long", "long-activity", change(f'({PLAIN[:-2]})"$', r"\1" + " lagi" * 25 + '"')),
    # quality standard
    Fault("time missing", "missing-quality-standard", drop(r"^  waktu ", rf"^{STEP}")),
    Fault("output missing", "missing-quality-standard", drop(r"^  output ", rf"^{STEP}")),
    Fault("time not measured", "unmeasured-time", change(r"^  waktu +.*", '  waktu "secukupnya"')),
    Fault("two times", "time-contradiction", other_time),
    Fault("input misspelt", "unproduced-input", swapped_letters),
)

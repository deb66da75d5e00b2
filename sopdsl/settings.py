"""Settings: what `sop.toml` says, as one frozen value that every stage may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopdsl.diagnostics import Severity
from sopdsl.language import Language


@dataclass(frozen=True, slots=True)
class Institution:
    """The agency: letters a, d and e of the cover."""

    name: str = ""
    address: str = ""
    logo: str = ""  # path relative to the folder of sop.toml


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """What flowchart pages show beyond what the regulation asks for.

    Attributes:
        numbered: symbols without a text of their own bear the number of their row.
        legend: the five symbols and what they mean stand beneath each chart.
        totals: the time that each performer spends stands beneath each chart.
    """

    numbered: bool = True
    legend: bool = False
    totals: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything `sop.toml` decides; the defaults hold where there is none.

    Attributes:
        profile: name of the regulation's profile.
        paper: ``A4`` or ``F4``; empty leaves it to the profile.
        orientation: of the flowchart pages; empty leaves it to the profile.
        theme: what documents look like on a screen: ``polos`` or ``warna``.
        chart: what flowchart pages show.
        output: folder for built documents, relative to the folder of ``sop.toml``.
        formats: emitters that `sopc build` runs by default.
        language: of messages.
        exclude: glob patterns of files that are not SOPs.
        plugins: names of outside plugins that may be loaded.
        severities: severity per rule; ``None`` switches a rule off.
        options: options per rule.
    """

    institution: Institution = field(default_factory=Institution)
    profile: str = "bssn-4-2019"
    paper: str = ""
    orientation: str = ""
    theme: str = "polos"
    chart: ChartOptions = field(default_factory=ChartOptions)
    output: str = "_hasil"
    formats: tuple[str, ...] = ("html", "svg")
    language: Language = "id"
    exclude: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    severities: Mapping[str, Severity | None] = field(default_factory=dict[str, Severity | None])
    options: Mapping[str, Mapping[str, object]] = field(
        default_factory=dict[str, Mapping[str, object]]
    )

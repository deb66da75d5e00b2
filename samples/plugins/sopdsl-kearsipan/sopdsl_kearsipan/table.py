"""The exporter ``csv``: what the steps say, a row each, for spreadsheets."""

import csv
import io
from collections.abc import Mapping

from sopdsl.api import Sop


class Csv:
    """One CSV file for a document; semicolons, as Indonesian spreadsheets expect."""

    name = "csv"

    def export(self, sop: Sop, /) -> Mapping[str, bytes]:
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        writer.writerow(("bagan", "no", "aktivitas", "pelaksana", "waktu", "output"))
        for chart in sop.charts:
            titles = {lane.id: lane.title for lane in chart.lanes}
            for step in chart.steps:
                writer.writerow(
                    (
                        chart.number,
                        step.row,
                        _harmless(step.activity),
                        _harmless(", ".join(titles[lane] for lane in step.lanes)),
                        step.waktu.wording if step.waktu else "",
                        _harmless(", ".join(step.output.values) if step.output else ""),
                    )
                )
        return {".csv": stream.getvalue().encode("utf-8-sig")}


EXPORTER = Csv()


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text

"""The emitter ``txt``: the steps of the printed document as plain text."""

from collections.abc import Iterator, Mapping

from sopdsl.api import Document


class PlainText:
    """One text file for a document."""

    name = "txt"

    def emit(self, document: Document, /) -> Mapping[str, bytes]:
        return {".txt": "".join(f"{line}\n" for line in _lines(document)).encode()}


EMITTER = PlainText()


def _lines(document: Document) -> Iterator[str]:
    yield document.title.upper()
    if document.number:
        yield document.number
    for chart in document.charts:
        yield ""
        if chart.title:
            yield chart.title
            yield ""
        for step in chart.spoken:
            yield f"{step.number}. {step.activity} ({step.performers})"
            for label, text in step.facts:
                yield f"   {label}: {text}"
            for way in step.flow:
                yield f"   {way.text}"

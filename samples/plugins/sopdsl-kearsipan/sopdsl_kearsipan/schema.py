"""The statement ``retensi``, which the language itself does not know."""

from sopdsl.api import EntrySchema, Phrase, StatementSchema

RETENSI = StatementSchema(
    word="retensi",
    doc=Phrase(
        "jadwal retensi suatu arsip yang dicatat oleh SOP ini",
        "how long a record that this SOP keeps is retained",
    ),
    text_required=True,
    entries=(
        EntrySchema(
            word="aktif",
            doc=Phrase("tahun di unit kerja", "years in the unit"),
            kind="angka",
            required=True,
        ),
        EntrySchema(
            word="inaktif",
            doc=Phrase("tahun di pusat arsip", "years in the records centre"),
            kind="angka",
            required=True,
        ),
        EntrySchema(
            word="nasib",
            doc=Phrase("nasib akhirnya", "what becomes of it in the end"),
            kind="pilihan",
            choices=("musnah", "permanen", "dinilai"),
            required=True,
        ),
    ),
)

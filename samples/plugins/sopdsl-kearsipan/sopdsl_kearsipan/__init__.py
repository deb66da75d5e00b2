"""The door: one object that says what this plugin brings, and imports nothing before it is used."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from sopdsl.api import StatementSchema
from sopdsl_kearsipan.schema import RETENSI


class Kearsipan:
    """Retention schedules in SOPs."""

    api = 1
    name = "kearsipan"

    def rules(self) -> dict[str, str]:
        return {"record-without-retention": "sopdsl_kearsipan.rules.record_without_retention"}

    def statements(self) -> dict[str, StatementSchema]:
        return {"retensi": RETENSI}

    def profiles(self) -> dict[str, Traversable]:
        return {"pemda-tirta-buana": files(__package__) / "pemda-tirta-buana.toml"}

    def emitters(self) -> dict[str, str]:
        return {"txt": "sopdsl_kearsipan.text:EMITTER"}

    def exporters(self) -> dict[str, str]:
        return {"csv": "sopdsl_kearsipan.table:EXPORTER"}


plugin = Kearsipan()

"""sopdsl: regulated standard operating procedures, written as text and drawn as documents."""

__version__ = "0.1.0"

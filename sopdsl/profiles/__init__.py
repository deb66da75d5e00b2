"""Profiles: what a regulation asks of a document, as data anyone can read and extend."""

from sopdsl.profiles.load import BUILTIN, load_profile, read_profile
from sopdsl.profiles.table import ProfileError
from sopdsl.profiles.types import Profile

__all__ = ["BUILTIN", "Profile", "ProfileError", "load_profile", "read_profile"]

"""The files around a document: `sop.toml`, discovery, libraries, the index, and writing outputs."""

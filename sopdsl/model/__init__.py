"""The model: what an SOP says once its names are resolved, the time grammar, the flow graph."""

"""Routing: arrows over a fixed grid of rows (steps) and columns (lanes), page by page."""

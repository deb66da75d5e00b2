"""Formats of the printed document: drawings and documents as text; nothing is placed here."""

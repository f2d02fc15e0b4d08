"""Curated YAML, read strictly, checked whole and handed out as frozen models. No database, no network."""

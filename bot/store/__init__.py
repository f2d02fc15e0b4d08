"""The database: engine, sessions, column types and migrations. SQLite by default, PostgreSQL when more machines run."""

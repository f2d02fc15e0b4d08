"""The coordinating group's meetings: recurrences, agendas, quorum, decisions, minutes."""

"""The engine of the Task Force Assistant: what is true, with no Slack library anywhere in it.

The map of the house (each feature is one word that stands in the same place on every floor):

- `content`     curated YAML, read strictly and validated: entries, providers, protocols.
- `answers`     safety first, then the search that finds a reviewed entry, then the words of the reply as data.
- `directory`   which provider fits, how current its record is, HSDS in and out.
- `intake`      the guided referral flows, consent, sealing, the life of a referral.
- `meetings`    recurrences, agendas, quorum, minutes.
- `action_items` capture, due dates, reminders.
- `outbox`      everything that is posted waits here first; nothing is lost, nothing is said twice.
- `people`      who somebody is in Slack, which agency, which role.
- `audit`       who read or changed what, append-only, without content.
- `store`       the database engine, sessions, column types, migrations.
- `views`       pure functions from results to Block Kit dictionaries.
- `practice`    a pretend Slack with a web page, for the demo and the tests.

`handlers/`, beside this package, is where Slack reaches in; it may import this package, never the other way round.
"""

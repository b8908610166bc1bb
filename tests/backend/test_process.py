"""The backend as a process: how it starts, what it says, how it ends, and what it never tells."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from tests.backend.serving import IMPORT, TIMEOUT, TOKEN, Client, import_input, receive
from tests.shared import ROOT

KEY = "0f" * 32
SECRETS = json.dumps({"token": TOKEN, "storeKey": KEY}).encode() + b"\n"
COMMAND = [sys.executable, "-m", "backend.main"]
CONTENT = b'{"study": {"id": null, "name": "A private name", "versions": [], "instanceType": "Study"}}'


def environment(folder: Path, **more: str) -> dict[str, str]:
    return os.environ | {"MAESTRO_DATA_DIR": str(folder), "MAESTRO_PORT": "0"} | more


@contextmanager
def started(folder: Path, *arguments: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A backend process with all its pipes; killed at the end where it still runs."""
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env=environment(folder, **more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def told_secrets(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    """Give the secrets, and read the one line that says whether it serves."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(SECRETS)
    process.stdin.flush()
    line: dict[str, Any] = json.loads(process.stdout.readline())
    return line


def client_of(port: int) -> Client:
    return Client(port, httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=TIMEOUT))


def ended(
    folder: Path, *arguments: str, stdin: bytes = SECRETS, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """A backend that ends by itself."""
    command = [*COMMAND, *arguments]
    env = environment(folder, **more)
    return subprocess.run(
        command, cwd=ROOT, env=env, input=stdin, capture_output=True, timeout=TIMEOUT, check=False
    )


def assert_one_line(done: subprocess.CompletedProcess[bytes], *words: str) -> None:
    message = done.stderr.decode()
    assert done.returncode == 2
    assert message.startswith("maestro backend: ")
    assert message.count("\n") == 1
    assert "Traceback" not in message
    for word in words:
        assert word in message
    assert TOKEN not in message
    assert KEY not in message


def test_embedded_it_serves_and_ends_with_its_stdin(tmp_path: Path) -> None:
    with started(tmp_path, "--embedded") as process:
        ready = told_secrets(process)
        assert set(ready) == {"ready", "port", "storeId"}
        client = client_of(ready["port"])
        with client.http:
            assert client.ask("{ serverInfo { storeId } }")["serverInfo"] == {"storeId": ready["storeId"]}
            client.bring(CONTENT)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(TIMEOUT) == 0
        assert process.stdout is not None
        assert process.stdout.read() == b""


def test_an_open_subscription_does_not_hold_it_up(tmp_path: Path) -> None:
    with started(tmp_path, "--embedded") as process:
        client = client_of(told_secrets(process)["port"])
        with client.http, client.websocket({"token": TOKEN}) as listener:
            assert receive(listener) == {"type": "connection_ack"}
            query = "subscription { studyRevisions { studyId } }"
            listener.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": query}}))
            while "maestro_subscribers 1" not in client.http.get("/metrics").text.splitlines():
                pass
            assert process.stdin is not None
            process.stdin.close()
            with pytest.raises(ConnectionClosed):
                listener.recv(timeout=TIMEOUT)
            assert listener.close_code == 1012
        assert process.wait(TIMEOUT) == 0
        assert process.stderr is not None
        last = process.stderr.read().splitlines()
    assert [json.loads(line)["level"] for line in last] == ["info"] * len(last)
    assert json.loads(last[-1])["event"] == "stopped"


def test_what_it_holds_survives_its_end(tmp_path: Path) -> None:
    ids = []
    for _ in range(2):
        with started(tmp_path, "--embedded") as process:
            ready = told_secrets(process)
            client = client_of(ready["port"])
            with client.http:
                ids.append((ready["storeId"], client.bring(CONTENT)["study"]["id"]))
    assert ids[0] == ids[1]


def test_logs_are_json_and_keep_secrets_and_content(tmp_path: Path) -> None:
    with started(tmp_path, "--embedded") as process:
        client = client_of(told_secrets(process)["port"])
        with client.http:
            client.bring(CONTENT, fileName="private-file.json", title="A private title")
            client.refused(IMPORT, input=import_input(b"not private json", "other"))
            client.post("query Private { nothing }")
            client.token = "wrong"
            client.post("{ serverInfo { version } }")
        proc = Path(f"/proc/{process.pid}")
        if proc.is_dir():
            for name in ("cmdline", "environ"):
                shown = (proc / name).read_bytes()
                assert TOKEN.encode() not in shown
                assert KEY.encode() not in shown
        assert process.stdin is not None
        process.stdin.close()
        assert process.stderr is not None
        text = process.stderr.read().decode()
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["event"] for line in lines] == ["serving", *["request"] * 4, "stopped"]
    assert [line["status"] for line in lines if line["event"] == "request"] == [200, 200, 200, 401]
    assert {line["level"] for line in lines} == {"info"}
    for word in (TOKEN, KEY, "rivate", "wrong"):
        assert word not in text


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_on_its_own_it_logs_to_stdout_and_ends_on_a_signal(tmp_path: Path) -> None:
    with started(tmp_path, MAESTRO_TOKEN=TOKEN, MAESTRO_STORE_KEY=KEY) as process:
        assert process.stdout is not None
        serving = json.loads(process.stdout.readline())
        assert (serving["event"], serving["host"]) == ("serving", "127.0.0.1")
        client = client_of(serving["port"])
        with client.http:
            assert client.ask("{ serverInfo { version } }")
        process.send_signal(signal.SIGTERM)
        assert process.wait(TIMEOUT) == 0
        assert json.loads(process.stdout.read().splitlines()[-1])["event"] == "stopped"


def test_its_secrets_can_come_by_stdin_on_its_own(tmp_path: Path) -> None:
    with started(tmp_path, "--stdin-secrets") as process:
        serving = told_secrets(process)
        assert process.stdin is not None
        process.stdin.close()
        client = client_of(serving["port"])
        with client.http:
            assert client.ask("{ serverInfo { version } }")


PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-m", "backend.main", "--embedded"],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdin.write(sys.stdin.buffer.readline())
child.stdin.flush()
sys.stdout.buffer.write(child.stdout.readline())
sys.stdout.flush()
sys.stdin.buffer.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        cwd=ROOT,
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with parent:
        ready = told_secrets(parent)
        with client_of(ready["port"]).http as open_connection:
            assert open_connection.get("/healthz").status_code == 200
            parent.send_signal(signal.SIGKILL)
            parent.wait(TIMEOUT)
            # The backend holds the other end of stderr: it is at its end when the backend has ended too.
            _, logs = parent.communicate(timeout=TIMEOUT)
    assert json.loads(logs.splitlines()[-1])["event"] == "stopped"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", ready["port"]), timeout=TIMEOUT)
    assert list((tmp_path / "backend").glob("*-wal")) == []


def test_a_second_one_on_the_same_folder_is_told(tmp_path: Path) -> None:
    with started(tmp_path, "--embedded") as process:
        ready = told_secrets(process)
        done = ended(tmp_path, "--embedded")
        assert_one_line(done, "Another backend", str(tmp_path))
        said = json.loads(done.stdout)
        assert (said["ready"], said["code"]) == (False, "IN_USE")
        assert httpx.get(f"http://127.0.0.1:{ready['port']}/healthz", trust_env=False).status_code == 200


def test_a_wrong_key_is_told_and_the_store_left(tmp_path: Path) -> None:
    with started(tmp_path, "--embedded") as process:
        told_secrets(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(TIMEOUT)
    store = tmp_path / "backend" / "studies.db"
    before = store.read_bytes()
    wrong = json.dumps({"token": TOKEN, "storeKey": "00" * 32}).encode() + b"\n"
    done = ended(tmp_path, "--embedded", stdin=wrong)
    assert_one_line(done, "key does not fit", "left as it is")
    assert json.loads(done.stdout)["code"] == "STORE_UNREADABLE"
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"not json\n", b"[]\n", b"{}\n", b'{"token": "short", "storeKey": "%s"}\n' % KEY.encode()]
    + [b'{"token": "%s", "storeKey": %s}\n' % (TOKEN.encode(), key) for key in (b'"0f"', b"5", b'"zz"')],
)
def test_secrets_that_cannot_be_are_told_without_quoting_them(tmp_path: Path, line: bytes) -> None:
    done = ended(tmp_path, "--embedded", stdin=line)
    assert_one_line(done)
    assert json.loads(done.stdout)["code"] == "BAD_CONFIG"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("MAESTRO_PORT", "many"),
        ("MAESTRO_PORT", "70000"),
        ("MAESTRO_MAX_STUDY_BYTES", "-1"),
        ("MAESTRO_HOST", "192.0.2.1"),
    ],
)
def test_a_setting_that_cannot_be_is_named(tmp_path: Path, setting: str, value: str) -> None:
    more: Any = {setting: value}
    assert_one_line(ended(tmp_path, "--stdin-secrets", **more), setting)


def test_missing_secrets_are_named(tmp_path: Path) -> None:
    assert_one_line(ended(tmp_path), "MAESTRO_TOKEN", "MAESTRO_STORE_KEY")


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert_one_line(ended(blocked, "--stdin-secrets"), "MAESTRO_DATA_DIR")


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = ended(tmp_path, "--stdin-secrets", MAESTRO_PORT=str(taken.getsockname()[1]))
    assert_one_line(done, "MAESTRO_PORT")


def test_an_unknown_option_ends_with_two(tmp_path: Path) -> None:
    done = ended(tmp_path, "--token", "on-the-command-line")
    assert done.returncode == 2
    assert b"usage" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is Linux's")
def test_a_disk_that_takes_no_more_is_told_and_keeps_what_was_there(tmp_path: Path) -> None:
    import resource

    with started(tmp_path, "--embedded") as process:
        client = client_of(told_secrets(process)["port"])
        with client.http:
            kept = client.bring(CONTENT)["study"]
            large = b'{"study": {"id": null, "versions": [], "name": "' + b"x" * 900_000 + b'"}}'
            room = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (200_000, room[1]))
            error = client.refused(IMPORT, input=import_input(large, "large"))
            assert error["extensions"]["code"] in ("STORE_FULL", "INTERNAL")
            assert "disk" in error["message"]
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, room)
            assert client.bring(CONTENT) == {"replayed": True, "study": kept}
            assert client.bring(large, "large")["study"]["size"] == len(large)

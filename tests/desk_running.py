"""The desk run as a user runs it: the real command, on a free port, over a folder of the test."""

import contextlib
import http.client
import subprocess
import sys
from urllib.parse import urlsplit


class Running:
    """A desk that runs: its process, what it printed, and a way to ask it."""

    def __init__(self, process):
        self.process = process
        self.address = process.stdout.readline().strip()
        self.host = urlsplit(self.address).netloc
        self.token = self.address.partition("?t=")[2]
        self.cookie = f"desk-{self.host.partition(':')[2]}={self.token}"

    def ask(self, path="/", method="GET", body=None, **headers):
        """Ask with the headers given, a `_` in a name being a hyphen, and give the status, the headers and the body."""
        connection = http.client.HTTPConnection(*self.host.split(":"), timeout=30)
        try:
            connection.request(
                method, path, body, {name.replace("_", "-"): value for name, value in headers.items()}
            )
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def stop(self):
        """Stop it as a system does, and give what it printed on both streams besides."""
        self.process.terminate()
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


@contextlib.contextmanager
def running(folder, *arguments, python=sys.executable, cwd=None):
    """Run it, and stop it at the end whatever happens."""
    process = subprocess.Popen(
        [
            python,
            "-m",
            "governance",
            "desk",
            "--data",
            str(folder),
            "--port",
            "0",
            "--no-browser",
            *arguments,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
    )
    try:
        yield Running(process)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()

#!/usr/bin/env python3
"""A door in front of `reeve simulate` that can turn hostile, for the end-to-end tests.

    hostile_graph.py --upstream URL --script FILE --foreign-log FILE

Prints one line of JSON, {"origin","foreign"}, and serves until it is ended. Everything is passed on to the simulated tenant, until the script file
(read anew for each request) says otherwise:

    {"path": REGULAR EXPRESSION, "what": NAME}    what is answered to paths that match, one of the functions below
    {"roles": ["User.Read.All", ...]}             the permissions that tokens claim to carry

`foreign` is another host: each request that comes to it is written to the foreign log as a line of JSON with path and Authorization header.
"""
import argparse
import base64
import gzip
import http.client
import http.server
import json
import pathlib
import random
import re
import sys
import threading
import urllib.parse

JSON = "application/json"


class Door(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    upstream = script = foreign = None
    real_tokens = {}
    count = 0

    def log_message(self, *_):
        pass

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        script = read_script(self.script)
        if "what" in script and re.search(script["path"], self.path):
            getattr(self, script["what"])(body)
            return
        status, headers, answer = self.ask(body)
        if self.path.endswith("/oauth2/v2.0/token") and "roles" in script:
            answer = self.with_roles(answer, script["roles"])
        self.give(status, headers.get("Content-Type", JSON), answer, retry=headers.get("Retry-After"))

    do_GET = do_POST = handle_any

    def ask(self, body):
        """The honest answer."""
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("connection", "accept-encoding")}
        token = headers.get("Authorization", "").removeprefix("Bearer ")
        if token in self.real_tokens:
            headers["Authorization"] = "Bearer " + self.real_tokens[token]
        if self.path.endswith("/oauth2/v2.0/token"):
            # The scope names the Graph that the client believes in.
            body = re.sub(rb"(?<=scope=)[^&]*", urllib.parse.quote(f"http://{self.upstream}/.default", safe="").encode(), body)
            headers["Content-Length"] = str(len(body))
        connection = http.client.HTTPConnection(self.upstream, timeout=60)
        connection.request(self.command, self.path, body or None, headers)
        answer = connection.getresponse()
        try:
            # Links lead through this door again.
            return answer.status, dict(answer.getheaders()), answer.read().replace(f"http://{self.upstream}/".encode(), f"{self.here}/".encode())
        finally:
            connection.close()

    def with_roles(self, answer, roles):
        """The same token with other permissions; nobody but the issuer can tell, because a client has no business with the signature."""
        document = json.loads(answer)
        head, claims, signature = document["access_token"].split(".")
        claims = json.loads(base64.urlsafe_b64decode(claims + "=="))
        claims["roles"] = roles
        text = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
        forged = f"{head}.{text}.{signature}"
        self.real_tokens[forged] = document["access_token"]
        document["access_token"] = forged
        return json.dumps(document).encode()

    def give(self, status, kind, body, retry=None, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if retry:
            self.send_header("Retry-After", retry)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self, **links):
        self.give(200, JSON, json.dumps({"value": []} | {f"@odata.{name}": link for name, link in links.items()}).encode())

    @property
    def here(self):
        return f"http://{self.headers['Host']}"

    # What a script can name.

    def garbage(self, _):
        self.give(200, JSON, random.Random(7).randbytes(300))

    def truncated(self, body):
        """Cut JSON that says it is whole."""
        status, headers, answer = self.ask(body)
        self.give(status, headers.get("Content-Type", JSON), answer[: len(answer) // 2])

    def cut(self, body):
        """The connection ends in the middle of the body."""
        _, _, answer = self.ask(body)
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer[: len(answer) // 2])
        self.wfile.flush()
        self.close_connection = True

    def error_inside(self, _):
        self.give(200, JSON, b'{"error":{"code":"generalException","message":"something went wrong"}}')

    def html(self, _):
        self.give(200, "text/html", b"<!doctype html><title>Sign in</title><script>alert(1)</script>" + b"<p>Welcome</p>\n" * 50)

    def empty(self, _):
        self.give(200, JSON, b"")

    def array(self, _):
        self.give(200, JSON, b"[]")

    def null(self, _):
        self.give(200, JSON, b"null")

    def without_value(self, _):
        self.give(200, JSON, b'{"@odata.context":"x"}')

    def wrong_value(self, _):
        self.give(200, JSON, b'{"value":"none"}')

    def deep(self, _):
        self.give(200, JSON, b'{"value":' + b"[" * 100_000 + b"]" * 100_000 + b"}")

    def endless(self, _):
        """A body without an end."""
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        piece = b" " * (1 << 20)
        self.close_connection = True
        try:
            for _ in range(4096):
                self.wfile.write(b"%x\r\n" % len(piece) + piece + b"\r\n")
        except OSError:
            pass

    def bomb(self, _):
        """A small body that unpacks to 512 MiB."""
        zeros = b"\0" * (1 << 20)
        with gzip.GzipFile(fileobj=(sink := Sink()), mode="wb", compresslevel=1) as file:
            for _ in range(512):
                file.write(zeros)
        self.give(200, JSON, bytes(sink.bytes), Content_Encoding="gzip")

    def foreign_next(self, _):
        self.page(nextLink=f"{self.foreign}/v1.0/users?$skiptoken=stolen")

    def foreign_delta(self, body):
        _, _, answer = self.ask(body)
        document = json.loads(answer)
        if "@odata.deltaLink" in document:
            document["@odata.deltaLink"] = f"{self.foreign}/v1.0/users/delta?$deltatoken=stolen"
        self.give(200, JSON, json.dumps(document).encode())

    def own_host_user_info(self, _):
        """Looks like the own host and is another."""
        self.page(nextLink=f"{self.here}@{self.foreign.removeprefix('http://')}/v1.0/users?$skiptoken=stolen")

    def self_next(self, _):
        self.page(nextLink=self.here + self.path)

    def cycle(self, _):
        other = "b" if self.path.endswith("skiptoken=a") else "a"
        self.page(nextLink=f"{self.here}{self.path.split('?')[0]}?$skiptoken={other}")

    def empty_pages(self, _):
        Door.count += 1
        self.page(nextLink=f"{self.here}{self.path.split('?')[0]}?$skiptoken={Door.count}")

    def redirect(self, _):
        self.give(302, "text/plain", b"", Location=f"{self.foreign}{self.path}")

    def redirect_permanently(self, _):
        self.give(308, "text/plain", b"", Location=f"{self.foreign}{self.path}")

    def gone_elsewhere(self, _):
        """A resync that points at another host."""
        self.give(410, JSON, b'{"error":{"code":"resyncRequired","message":"x"}}', Location=f"{self.foreign}/v1.0/users/delta?$deltatoken=")

    def refused(self, _):
        self.give(403, JSON, b'{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}')

    def unavailable(self, _):
        self.give(503, JSON, b'{"error":{"code":"serviceNotAvailable","message":"x"}}', retry="1")

    def another_tenant(self, body):
        status, headers, answer = self.ask(body)
        document = json.loads(answer)
        for one in document["value"]:
            one["id"] = "11111111-2222-3333-4444-555555555555"
        self.give(status, JSON, json.dumps(document).encode())


class Sink:
    def __init__(self):
        self.bytes = bytearray()

    def write(self, piece):
        self.bytes += piece
        return len(piece)

    def flush(self):
        pass


def read_script(path):
    try:
        return json.loads(path.read_text())
    except FileNotFoundError:
        return {}


class Foreign(http.server.BaseHTTPRequestHandler):
    log = None
    lock = threading.Lock()

    def log_message(self, *_):
        pass

    def note(self):
        with self.lock, self.log.open("a") as file:
            file.write(json.dumps({"path": self.path, "authorization": self.headers.get("Authorization")}) + "\n")
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = note


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--upstream", required=True)
    parser.add_argument("--script", type=pathlib.Path, required=True)
    parser.add_argument("--foreign-log", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    http.server.ThreadingHTTPServer.daemon_threads = True
    door = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    foreign = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
    Foreign.log = arguments.foreign_log
    Door.upstream = urllib.parse.urlsplit(arguments.upstream).netloc
    Door.script = arguments.script
    Door.foreign = f"http://127.0.0.1:{foreign.server_port}"
    threading.Thread(target=foreign.serve_forever, daemon=True).start()
    print(json.dumps({"origin": f"http://127.0.0.1:{door.server_port}", "foreign": Door.foreign}), flush=True)
    door.serve_forever()


if __name__ == "__main__":
    sys.exit(main())

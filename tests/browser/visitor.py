"""Somebody at the desk without a browser: plain requests, a session, and forms sent with their token."""

import http.client
import re
from urllib.parse import urlencode

from tests.browser.stage import HOST, SignIn

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Visitor:
    """A signed-in session over plain HTTP."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Send a request; gives the status, where it leads and the page."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {"Host": f"{HOST}:{self.port}"}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields)
        try:
            line.request("GET" if fields is None else "POST", path, body, sent)
            answer = line.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie", []):
                name, value = cookie.split(";", 1)[0].split("=", 1)
                self.cookies[name] = value
            return answer.status, answer.headers.get("Location", ""), answer.read().decode()
        finally:
            line.close()

    def token(self, path: str) -> str:
        """The token of the form on a page."""
        found = TOKEN.search(self.ask(path)[2])
        assert found, path
        return found[1]

    def send(self, path: str, **fields: str) -> tuple[int, str, str]:
        """Open a page and send its form."""
        return self.ask(path, {"csrfmiddlewaretoken": self.token(path), **fields})

    def sign_in(self, who: SignIn, code: str) -> None:
        """Come in by the door."""
        self.send("/sign-in/", login=who.username, password=who.password)
        status, where, _page = self.send("/sign-in/code/", code=code)
        assert (status, where) == (302, "/"), (status, where)

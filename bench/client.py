"""A client that signs in as a person does: password, then the code of this half minute; and reads a page."""

import base64
import hashlib
import hmac
import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

HOST = "desk.localhost"


def code(secret: str) -> str:
    """The one-time code of this moment (RFC 6238, six digits)."""
    digest = hmac.new(base64.b32decode(secret), (int(time.time()) // 30).to_bytes(8, "big"), hashlib.sha1)
    hashed = digest.digest()
    begins = hashed[-1] & 15
    return f"{(int.from_bytes(hashed[begins : begins + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


@dataclass
class Answer:
    """What came back."""

    status: int
    body: str
    where: str
    size: int


@dataclass
class Client:
    """One signed-in browser without a browser."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        return f"{HOST}:{self.port}"

    def cookie(self) -> str:
        """The header that tells who this is."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, method: str, path: str, told: dict[str, str] | None = None) -> Answer:
        """Ask for a page or send a form."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Host": self.host, "Cookie": self.cookie(), "Accept-Language": "en"}
        body = None
        if told is not None:
            body = urlencode(told)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.host}"}
        line.request(method, path, body, headers)
        answer = line.getresponse()
        words = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.split(";", 1)[0]
        line.close()
        return Answer(
            answer.status, words.decode(errors="replace"), answer.getheader("Location") or "", len(words)
        )

    def token(self, path: str) -> str:
        """The token that a form of this page carries."""
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.ask("GET", path).body)
        if found is None:
            raise RuntimeError(f"no form on {path}")
        return found[1]

    def sign_in(self, username: str, password: str, secret: str) -> None:
        """Come in; raises RuntimeError when the door stays closed."""
        told = {"login": username, "password": password, "csrfmiddlewaretoken": self.token("/sign-in/")}
        answer = self.ask("POST", "/sign-in/", told)
        where = answer.where
        told = {"code": code(secret), "csrfmiddlewaretoken": self.token(where)}
        answer = self.ask("POST", where, told)
        if answer.status != 302:
            raise RuntimeError(f"{username} could not sign in: {answer.status}")

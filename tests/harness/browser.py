"""A real Chromium over its debugging pipe, with the standard library only.

Chromium reads commands from file descriptor 3 and writes answers to 4: JSON, one message, one NUL.
The browser is found by ``SOPC_CHROMIUM`` or on the path; a machine without one fails the tests,
because an unlooked-at page is not a tested page.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import tempfile
import time
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "google-chrome", "chromium-browser")
_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe"),
)
_PATIENCE = 60.0  # seconds; a loaded machine is slow, a hung browser never answers


class Browser:
    """One browser process; close it when done."""

    def __init__(self) -> None:
        program = os.environ.get("SOPC_CHROMIUM") or _installed()
        self._profile = tempfile.TemporaryDirectory(prefix="sopc-browser-")
        read_commands, self._commands = os.pipe()
        self._answers, write_answers = os.pipe()
        os.set_blocking(self._answers, False)
        self._process = _spawn(
            [program, *_OPTIONS, f"--user-data-dir={self._profile.name}", "about:blank"],
            read_commands,
            write_answers,
        )
        os.close(read_commands)
        os.close(write_answers)
        self._buffer = b""
        self._last = 0
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """Send a command and return its result; events that come meanwhile are kept."""
        self._last += 1
        wanted = self._last
        message: dict[str, Any] = {"id": wanted, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") != wanted:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            else:
                result: dict[str, Any] = answer["result"]
                return result

    def wait_for(self, session: str, method: str) -> None:
        """Return when an event of that name has come."""
        while not any(
            event.get("method") == method and event.get("sessionId") == session
            for event in self.events
        ):
            self.events.append(self._receive())

    def open(self, page: Path, width: int = 1280, height: int = 900, phone: bool = False) -> Page:
        """Open a file in a new tab and wait until it is loaded."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Page(self, session, target)
        for domain in ("Page", "Runtime", "Log", "Network", "Audits"):
            self.call(f"{domain}.enable", session)
        tab.resize(width, height, phone)
        tab.go(page.resolve().as_uri())
        return tab

    def close(self) -> None:
        """End the process that this object started, and its profile folder."""
        os.close(self._commands)
        deadline = time.monotonic() + 5
        while os.waitpid(self._process, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
                break
            time.sleep(0.01)
        os.close(self._answers)
        shutil.rmtree(self._profile.name, ignore_errors=True)
        self._profile.cleanup()

    def _receive(self) -> dict[str, Any]:
        deadline = time.monotonic() + _PATIENCE
        while b"\0" not in self._buffer:
            try:
                piece = os.read(self._answers, 1 << 20)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TimeoutError("the browser does not answer") from None
                time.sleep(0.002)
                continue
            if not piece:
                raise RuntimeError("the browser ended")
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


class Page:
    """One tab."""

    def __init__(self, browser: Browser, session: str, target: str) -> None:
        self._browser = browser
        self._session = session
        self._target = target

    def go(self, address: str) -> None:
        """Load an address and wait until page and fonts are there."""
        self._forget("Page.loadEventFired")
        self._call("Page.navigate", url=address)
        self._browser.wait_for(self._session, "Page.loadEventFired")
        self.evaluate("document.fonts.ready.then(() => true)")

    def resize(self, width: int, height: int, phone: bool = False) -> None:
        """Set the window's inner size in CSS pixels; a phone also obeys the viewport meta."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if phone else 1,
            mobile=phone,
        )

    def as_printed(self) -> None:
        """Show the page with the rules that hold on paper."""
        self._call("Emulation.setEmulatedMedia", media="print")

    def prefer(self, scheme: str = "light", motion: str = "no-preference") -> None:
        """Show the page as on a device set to a colour scheme and to much or little motion."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]
        self._call("Emulation.setEmulatedMedia", media="screen", features=features)

    def forbid_scripts(self) -> None:
        """Load what comes next as a browser that runs no scripts."""
        self._call("Emulation.setScriptExecutionDisabled", value=True)

    def point_at(self, selector: str, click: bool = False) -> None:
        """Bring an element into view and put the mouse on its middle."""
        middle = self.evaluate(
            f"(e => {{ e.scrollIntoView({{block: 'center', behavior: 'instant'}});"
            "const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]"
            f"}})(document.querySelector({json.dumps(selector)}))"
        )
        at = {"x": middle[0], "y": middle[1]}
        self._call("Input.dispatchMouseEvent", type="mouseMoved", **at)
        if click:
            for kind in ("mousePressed", "mouseReleased"):
                self._call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)

    def press(self, key: str) -> None:
        """Press and release ``Tab`` or ``Enter``."""
        code, text = {"Tab": (9, ""), "Enter": (13, "\r")}[key]
        keys: dict[str, Any] = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self._call("Input.dispatchKeyEvent", type="keyDown", text=text, **keys)
        self._call("Input.dispatchKeyEvent", type="keyUp", **keys)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression; a promise is awaited."""
        answer = self._call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def names(self, selector: str) -> list[str]:
        """Return the accessible name, as the browser computes it, of every such element."""
        count = self.evaluate(f"document.querySelectorAll({json.dumps(selector)}).length")
        return [
            self._name(f"document.querySelectorAll({json.dumps(selector)})[{n}]")
            for n in range(count)
        ]

    def screenshot(self, file: Path, selector: str = "", whole: bool = False) -> None:
        """Save what is seen (or the element, or the whole page) as PNG."""
        params: dict[str, Any] = {"captureBeyondViewport": True}
        if whole:
            selector = "html"
        if selector:
            box: Mapping[str, float] = self.evaluate(
                f"(r => ({{x: r.x + scrollX, y: r.y + scrollY, width: r.width, height: r.height}}))"
                f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
            )
            params["clip"] = {**box, "scale": 1}
        data = self._call("Page.captureScreenshot", format="png", **params)["data"]
        file.write_bytes(b64decode(data))

    def pdf(self, file: Path) -> None:
        """Print to a PDF on the paper that the page itself asks for."""
        data = self._call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        file.write_bytes(b64decode(data))

    def complaints(self) -> list[str]:
        """Return what the browser found wrong: console, exceptions, CSP, other issues."""
        found: list[str] = []
        for event in self._own_events():
            params = event.get("params", {})
            match event.get("method"):
                case "Log.entryAdded":
                    found.append(params["entry"]["text"])
                case "Runtime.exceptionThrown":
                    found.append(params["exceptionDetails"]["text"])
                case "Runtime.consoleAPICalled":
                    found.append(str(params["args"]))
                case "Audits.issueAdded":
                    found.append(json.dumps(params["issue"]))
                case _:
                    pass
        return found

    def requests(self) -> list[str]:
        """Return every address that was asked for."""
        sent = (e for e in self._own_events() if e.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

    def close(self) -> None:
        """Close the tab."""
        self._browser.call("Target.closeTarget", targetId=self._target)
        self._browser.events = [e for e in self._browser.events if e not in self._own_events()]

    def _name(self, expression: str) -> str:
        found = self._call("Runtime.evaluate", expression=expression)["result"]["objectId"]
        nodes = self._call("Accessibility.getPartialAXTree", objectId=found, fetchRelatives=False)
        name: str = nodes["nodes"][0].get("name", {}).get("value", "")
        return name

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **params)

    def _own_events(self) -> list[dict[str, Any]]:
        return [e for e in self._browser.events if e.get("sessionId") == self._session]

    def _forget(self, method: str) -> None:
        self._browser.events = [
            event
            for event in self._browser.events
            if not (event.get("method") == method and event.get("sessionId") == self._session)
        ]


def _spawn(command: list[str], commands: int, answers: int) -> int:
    """Start a program whose descriptors 3 and 4 are the two pipes; return its process id."""
    high = 100  # out of the way of 3 and 4, which may be taken by anything here
    moved = fcntl.fcntl(commands, fcntl.F_DUPFD_CLOEXEC, high)
    other = fcntl.fcntl(answers, fcntl.F_DUPFD_CLOEXEC, high)
    silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
    wiring = [(os.POSIX_SPAWN_DUP2, moved, 3), (os.POSIX_SPAWN_DUP2, other, 4)]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=[*silent, *wiring])
    os.close(moved)
    os.close(other)
    return process


def _installed() -> str:
    for name in _NAMES:
        if program := shutil.which(name):
            return program
    raise RuntimeError(f"no Chromium: set SOPC_CHROMIUM or install one of {', '.join(_NAMES)}")

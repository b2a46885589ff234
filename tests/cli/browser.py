# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A browser to test pages in: Chromium without a window, driven over the DevTools protocol.

The protocol goes through a pair of pipes, so that no port is open and nothing but Python is needed.
Every wait has a bound; whatever the page does that it must not is collected in `complaints`.
"""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PATIENCE = 120  # seconds for anything to happen, on the slowest of machines

FLAGS = [
    "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", "--window-size=1280,900",
    "--password-store=basic", "--force-color-profile=srgb",
]

# What a page did against its content security policy.
WATCH = """
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


def find():
    """The browser's program, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    """A browser with a profile of its own, which is thrown away."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="drydock-browser-")
        self.downloads = os.path.join(self.folder, "downloads")
        os.mkdir(self.downloads)
        self.last_id = 0
        self.events = []
        self.buffer = b""
        self._start()
        self.call("Browser.setDownloadBehavior",
                  {"behavior": "allow", "downloadPath": self.downloads, "eventsEnabled": True})

    def _start(self):
        to_read, self.write_fd = os.pipe()
        self.read_fd, to_write = os.pipe()
        # The browser reads from its descriptor 3 and writes to its 4.
        command = ["sh", "-c", 'exec "$@" 3<&%d 4>&%d' % (to_read, to_write), "sh", find(),
                   "--user-data-dir=" + os.path.join(self.folder, "profile")] + FLAGS
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        self.process = subprocess.Popen(command + ["about:blank"], pass_fds=(to_read, to_write),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env=dict(os.environ, HOME=self.folder))
        os.close(to_read)
        os.close(to_write)

    def _read(self, until):
        """The next message."""
        while b"\0" not in self.buffer:
            ready = select.select([self.read_fd], [], [], max(0, until - time.monotonic()))[0]
            part = os.read(self.read_fd, 1 << 20) if ready else b""
            if not part:
                raise RuntimeError("the browser has gone" if ready else "the browser is silent")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, params=None, session=None):
        """Calls a method and returns its result."""
        self.last_id += 1
        message = {"id": self.last_id, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write_fd, data):]
        until = time.monotonic() + PATIENCE
        while True:
            answer = self._read(until)
            if answer.get("id") != self.last_id:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError("%s: %s" % (method, answer["error"]["message"]))
            else:
                return answer["result"]

    def wait(self, method, matches=lambda params: True):
        """The parameters of the first event that was not waited for yet."""
        until = time.monotonic() + PATIENCE
        while True:
            for i, event in enumerate(self.events):
                if event.get("method") == method and matches(event["params"]):
                    return self.events.pop(i)["params"]
            self.events.append(self._read(until))

    def wait_until(self, page, script):
        """Runs a script in a page until it returns something true."""
        until = time.monotonic() + PATIENCE
        while not page.run(script):
            if time.monotonic() > until:
                raise RuntimeError("this did not come true: " + script)

    def wait_download(self):
        """The path of the next file that is saved, moved to where no other will be."""
        begun = self.wait("Browser.downloadWillBegin")
        self.wait("Browser.downloadProgress",
                  lambda params: params["guid"] == begun["guid"] and params["state"] == "completed")
        path = os.path.join(self.downloads, begun["guid"] + "-" + begun["suggestedFilename"])
        os.rename(os.path.join(self.downloads, begun["suggestedFilename"]), path)
        return path

    def close(self):
        """Ends the browser and removes what it wrote."""
        try:
            self.call("Browser.close")
            self.process.wait(PATIENCE)
        except (RuntimeError, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.read_fd)
        os.close(self.write_fd)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class Page:
    """A page in a browser."""

    def __init__(self, browser, path, before=""):
        """Opens the file at path; what is before runs ahead of its own scripts."""
        self.browser = browser
        self.url = "file://" + os.path.abspath(path)
        self.complaints = []
        target = browser.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = browser.call("Target.attachToTarget",
                                    {"targetId": target, "flatten": True})["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log", "DOM"):
            self.call(domain + ".enable")
        self.call("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH + before})
        self.call("Page.navigate", {"url": self.url})
        self._loaded()

    def call(self, method, params=None):
        return self.browser.call(method, params, self.session)

    def _loaded(self):
        self.browser.wait("Page.loadEventFired")

    def reload(self):
        self.call("Page.reload")
        self._loaded()

    def run(self, script, *arguments):
        """Runs a script, with its `arguments`, and returns what it returns."""
        result = self.call("Runtime.evaluate", {
            "expression": "((...arguments_) => { const args = arguments_; %s })(...%s)"
                          % (script, json.dumps(arguments)),
            "returnByValue": True, "awaitPromise": True, "userGesture": True,
        })
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def focus(self, selector):
        self.run("document.querySelector(args[0]).focus();", selector)

    def type(self, selector, text):
        """Puts text into a field as a keyboard or an input method would, in place of what is there."""
        self.run("const e = document.querySelector(args[0]); e.focus(); if (e.select) e.select();",
                 selector)
        self.call("Input.insertText", {"text": text})

    def press(self, key, code=0, text=""):
        """Presses and lets go a key."""
        shared = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", dict(shared, type="keyDown", text=text))
        self.call("Input.dispatchKeyEvent", dict(shared, type="keyUp"))

    def click(self, selector):
        """Presses the mouse in the middle of what is there, so that it must be in sight."""
        x, y = self.run("""
          const e = document.querySelector(args[0]);
          e.scrollIntoView({ block: 'center' });
          const box = e.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];""", selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent",
                      {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1})

    def choose_file(self, selector, path):
        """Gives a file field a file."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        self.call("DOM.setFileInputFiles", {"nodeId": node, "files": [path]})

    def check_quiet(self):
        """Fails if the page asked for anything, broke its policy, or failed by itself."""
        for event in self.browser.events:
            params = event.get("params", {})
            if event.get("sessionId") != self.session:
                continue
            if event["method"] == "Network.requestWillBeSent":
                url = params["request"]["url"]
                # Neither leaves the page: the field for dates has pictures of its own.
                if url != self.url and not url.startswith(("data:", "blob:")):
                    self.complaints.append("it requests " + url)
            elif event["method"] in ("Network.webSocketCreated", "Network.webTransportCreated"):
                self.complaints.append("it connects to " + params["url"])
            elif event["method"] == "Runtime.exceptionThrown":
                details = params["exceptionDetails"]
                self.complaints.append(details.get("exception", {}).get("description",
                                                                        details["text"]))
            elif event["method"] == "Log.entryAdded":
                self.complaints.append(params["entry"]["text"])
        self.complaints += self.run("return window.violations;")
        if self.complaints:
            raise AssertionError("; ".join(self.complaints))

    def take_picture(self, path, width, height, dark=False, whole=False):
        """Writes a picture of the page in a window of that size."""
        import base64

        self.call("Emulation.setDeviceMetricsOverride",
                  {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
        self.call("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        data = self.call("Page.captureScreenshot", {"captureBeyondViewport": whole})["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

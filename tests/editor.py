"""An editor, as far as a language server sees one: opens files, hovers, asks for completions."""

import json
import shutil
import subprocess
import threading
from collections import defaultdict
from pathlib import Path
from queue import Empty, Queue

from sim.scenario.find import HOME

SERVER = HOME / ".node/node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = {
    "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False},
}  # fmt: skip
WAIT = 30


def missing():
    """Say what this machine lacks to run the server; nothing if it has all."""
    if not shutil.which("node"):
        return "needs node, which this machine does not have"
    return "" if SERVER.is_file() else "needs yaml-language-server: `make editor` installs it"


class Editor:
    """A server with its standard input and output, and what it has said so far."""

    def __init__(self, root):
        self.process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.asked = 0
        self.answers = defaultdict(Queue)
        self.underlined = defaultdict(Queue)
        threading.Thread(target=self.listen, daemon=True).start()
        uri = Path(root).as_uri()
        self.ask("initialize", processId=None, rootUri=uri, capabilities={
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["plaintext"]}},
        }, workspaceFolders=[{"uri": uri, "name": "root"}])  # fmt: skip
        self.tell("initialized")

    def close(self):
        """End the server."""
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def listen(self):
        """Sort what the server says: answers, questions of its own, and underlined mistakes."""
        output = self.process.stdout
        while line := output.readline():
            length = int(line.split(b":")[1])
            while output.readline().strip():
                pass
            said = json.loads(output.read(length))
            if said.get("method") == "textDocument/publishDiagnostics":
                self.underlined[said["params"]["uri"]].put(said["params"]["diagnostics"])
            elif "method" in said and "id" in said:
                self.send({"id": said["id"], "result": self.configuration(said)})
            elif "id" in said:
                self.answers[said["id"]].put(said)

    def configuration(self, question):
        """Answer what the server asks: its settings, or nothing."""
        if question["method"] != "workspace/configuration":
            return None
        sections = [item.get("section") for item in question["params"]["items"]]
        return [SETTINGS if section == "yaml" else None for section in sections]

    def send(self, message):
        """Send one message."""
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self.process.stdin.flush()

    def tell(self, method, **params):
        """Tell something that needs no answer."""
        self.send({"method": method, "params": params})

    def ask(self, method, **params):
        """Ask something, and wait for the answer."""
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        return self.answers[self.asked].get(timeout=WAIT)["result"]

    def open(self, file, text=None):
        """Open a file, with the text of the editor, and give back what is underlined in it."""
        uri = Path(file).as_uri()
        self.tell("textDocument/didOpen", textDocument={
            "uri": uri, "languageId": "yaml", "version": 1,
            "text": Path(file).read_text("utf-8") if text is None else text,
        })  # fmt: skip
        found = self.underlined[uri].get(timeout=WAIT)
        try:  # a first answer may come before the schema is read
            return self.underlined[uri].get(timeout=0.2)
        except Empty:
            return found

    def at(self, question, file, line, column):
        """Ask something about a place in an open file, counted from 0."""
        return self.ask(
            f"textDocument/{question}", textDocument={"uri": Path(file).as_uri()},
            position={"line": line, "character": column},
        )  # fmt: skip

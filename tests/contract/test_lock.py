"""The lock: what the project asks for, hashed, and no word of where it came from."""

import re
import tomllib

from sim.scenario.find import HOME

LOCK = (HOME / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))
PINS = dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", LOCK, re.MULTILINE))


def asked():
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    return [re.match(r"[A-Za-z0-9.-]+", one)[0].lower().replace(".", "-") for one in wanted]


def test_everything_asked_for_is_locked():
    assert not [name for name in asked() if name not in PINS]


def test_the_locked_versions_are_within_what_is_asked():
    assert PINS["mesa"].startswith("3.5.")
    assert PINS["pydantic"].startswith("2.")


def test_every_pin_has_a_hash():
    blocks = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if block.strip())


def test_the_lock_names_no_host():
    assert not re.search(r"https?:|index-url|find-links|file:|@ ", LOCK)


def test_only_what_is_imported_is_asked_for():
    sources = "\n".join(file.read_text("utf-8") for file in (HOME / "sim").rglob("*.py"))
    modules = {"ruamel-yaml": "ruamel.yaml", "salib": "SALib"}
    unused = [
        name for name in (re.match(r"[A-Za-z0-9.-]+", one)[0].lower().replace(".", "-")
                          for one in PROJECT["project"]["dependencies"])
        if not re.search(rf"(import|from) {re.escape(modules.get(name, name))}\b", sources)
        and f'"{name}.' not in sources
    ]  # fmt: skip
    assert not unused

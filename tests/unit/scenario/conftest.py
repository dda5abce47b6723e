import pytest


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write files into an empty project folder, which becomes the current one."""
    monkeypatch.chdir(tmp_path)

    def write_file(text, name="mine.yaml"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write_file

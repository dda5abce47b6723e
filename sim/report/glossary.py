"""Glossary: the words of GLOSSARY.md that a page uses, so that each is told in one place only."""

import re
from pathlib import Path

GLOSSARY = Path(__file__).parents[2] / "GLOSSARY.md"
ROW = re.compile(r"^\|(?P<cells>.+)\|\s*$")
TAGS = re.compile(r"<(style|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
RULE = re.compile(r"[\s:|-]*")
HEADS = ("Word", "Term", "Short")


def entries(path: Path = GLOSSARY) -> list[tuple[str, str]]:
    """Read the words and what they mean; none where the file is not beside the package."""
    if not path.is_file():
        return []
    rows = (ROW.match(line) for line in path.read_text(encoding="utf-8").splitlines())
    cells = [[cell.strip() for cell in row["cells"].split("|")] for row in rows if row]
    return [
        (bare(row[0]), bare(row[-1]))
        for row in cells
        if row[0] not in HEADS and not RULE.fullmatch("".join(row)) and row[-1]
    ]


def bare(text: str) -> str:
    """Take away the marks of the text's markup."""
    return text.replace("**", "").replace("`", "")


def used(page: str) -> list[tuple[str, str]]:
    """Choose the words that stand on a page, in the order of the alphabet."""
    text = TAGS.sub(" ", page).lower()
    chosen = {
        word: means for word, means in entries() if any(is_in(part, text) for part in parts(word))
    }
    return sorted(chosen.items(), key=lambda entry: entry[0].lower())


def parts(word: str) -> list[str]:
    """List the words that share an entry."""
    return [part for part in (one.strip() for one in re.split(r"[,;(]", word)) if part]


def is_in(word: str, text: str) -> bool:
    """Whether a word, or its plural, stands in a text in small letters."""
    return bool(re.search(rf"(?<![\w-]){re.escape(word.lower().rstrip(')'))}s?(?![\w-])", text))

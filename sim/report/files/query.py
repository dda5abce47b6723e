"""Query: ask the tables of a results folder by SQL."""

from pathlib import Path

import duckdb
import pandas as pd

from sim.kernel.errors import InputError

SUFFIX, RUNS_FOLDER = ".parquet", "runs"
MOST_ROWS, MOST_COLUMNS = 1_048_575, 16_384


def query(path: Path | str, sql: str) -> pd.DataFrame:
    """Answer a question in DuckDB's SQL; every joined table of the folder is there by its name.

    raises InputError for a folder without tables, and for what DuckDB cannot do
    """
    files = sorted(Path(path).glob(f"*{SUFFIX}"))
    if not files:
        shard = (Path(path) / RUNS_FOLDER).is_dir()
        raise InputError.command_line(
            f"{path} holds no tables to ask.",
            "Its runs are not joined yet: go on with cpsim resume, or join shards with cpsim merge."
            if shard else "List the folders there are with: cpsim list",
        )  # fmt: skip
    with duckdb.connect() as connection:
        for file in files:
            connection.execute(
                f'create view "{file.stem}" as select * from read_parquet({quoted(str(file))})'
            )
        return asked(connection, sql, [file.stem for file in files])


def quoted(text: str) -> str:
    """Write a text as SQL does."""
    return "'" + text.replace("'", "''") + "'"


def asked(connection: duckdb.DuckDBPyConnection, sql: str, names: list[str]) -> pd.DataFrame:
    """Ask, and say in plain words what cannot be asked; nothing is ever changed."""
    try:
        statements = connection.extract_statements(sql)
        if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
            raise InputError.command_line(
                "One question is asked at a time, and results are never changed.",
                "Write a single question that begins with select.",
            )
        return connection.execute(statements[0]).df()
    except duckdb.Error as error:
        said = str(error).partition("\n")[0].rstrip(".")
        raise InputError.command_line(
            f"This cannot be asked: {said}.",
            f"There are the tables {', '.join(names)}; data-dictionary.csv tells their columns.",
        ) from error


def written(table: pd.DataFrame, file: Path) -> Path:
    """Write an answer as CSV or as a spreadsheet, by the file's ending.

    raises InputError for another ending, a file that is there already, a folder that is not, or
           an answer too large for a spreadsheet
    """
    if file.exists():
        raise InputError.command_line(f"{file} is there already.", "Choose another name.")
    if not file.parent.is_dir():
        raise InputError.command_line(
            f"There is no folder {file.parent} to write {file.name} in.", "Make it first."
        )
    if file.suffix == ".xlsx" and (len(table) > MOST_ROWS or len(table.columns) > MOST_COLUMNS):
        raise InputError.command_line(
            f"The answer has {len(table):,} rows and {len(table.columns):,} columns; a spreadsheet "
            f"holds {MOST_ROWS:,} and {MOST_COLUMNS:,}.",
            "Write it as .csv, or ask for less.",
        )
    if file.suffix == ".csv":
        table.to_csv(file, index=False, lineterminator="\n")
    elif file.suffix == ".xlsx":
        write_sheet(table, file)
    else:
        raise InputError.command_line(
            f"“{file.name}” ends in nothing that can be written.", "End it in .csv or .xlsx."
        )
    return file


def write_sheet(table: pd.DataFrame, file: Path) -> None:
    """Write a table as a spreadsheet; say it of values that none can hold."""
    try:
        table.to_excel(file, index=False, engine="xlsxwriter")
    except (TypeError, ValueError) as error:
        file.unlink(missing_ok=True)
        raise InputError.command_line(
            f"A spreadsheet cannot hold this answer: {error}.", "Write it as .csv."
        ) from error

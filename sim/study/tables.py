"""Tables: Parquet files whose columns say what they hold, and hashes to compare them by."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

type Tables = dict[str, pd.DataFrame]
type Words = Mapping[str, str]

SUFFIX = ".parquet"
ROWS_IN_A_GROUP = 65_536
CHUNK = 1 << 20


def described(table: pa.Table, columns: Mapping[str, Words]) -> pa.Table:
    """Attach to each column what is known of it: label, unit, what it counts."""
    fields = [
        field.with_metadata({key: str(text) for key, text in columns[field.name].items()})
        if field.name in columns
        else field
        for field in table.schema
    ]
    return table.cast(pa.schema(fields, metadata=table.schema.metadata))


def write_table(
    path: Path, frames: Iterable[pd.DataFrame], columns: Mapping[str, Words] | None = None
) -> int:
    """Write frames one under another to a Parquet file, in blocks, and count the rows.

    The file appears under its name only when it is whole.
    """
    half = path.with_name(f".{path.name}.part")
    writer, rows = None, 0
    for block in blocks(frames):
        table = described(pa.Table.from_pandas(block, preserve_index=False), columns or {})
        writer = writer or pq.ParquetWriter(half, table.schema, compression="zstd")
        writer.write_table(table.cast(writer.schema))
        rows += len(block)
    if writer:
        writer.close()
        half.replace(path)
    return rows


def blocks(frames: Iterable[pd.DataFrame]) -> Iterable[pd.DataFrame]:
    """Gather frames into blocks large enough to be worth a row group of their own.

    An empty frame cannot say what its columns hold, so it counts only if all are empty.
    """
    held: list[pd.DataFrame] = []
    empty: list[pd.DataFrame] = []
    for frame in frames:
        (held if len(frame) else empty).append(frame)
        if sum(map(len, held)) >= ROWS_IN_A_GROUP:
            yield pd.concat(held, ignore_index=True)
            held, empty = [], []
    if held or empty:
        yield pd.concat(held or empty[:1], ignore_index=True)


def read_table(path: Path) -> pd.DataFrame:
    """Read a Parquet file as it was written."""
    frame: pd.DataFrame = pq.read_table(path).to_pandas()
    return frame


def read_blocks(path: Path, columns: Sequence[str] | None = None) -> Iterator[pd.DataFrame]:
    """Read a Parquet file a block at a time, so that a large one need not be held whole.

    columns : those to read, where not all are wanted
    """
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            yield file.read_row_group(number, columns).to_pandas()


def column_words(path: Path) -> dict[str, dict[str, str]]:
    """Read what a Parquet file says of each of its columns."""
    return {
        field.name: {
            key.decode(): text.decode()
            for key, text in (field.metadata or {}).items()
            if not key.startswith(b"PARQUET:")
        }
        for field in pq.read_schema(path)
    }


def write_tables(folder: Path, tables: Tables) -> dict[str, str]:
    """Write one file for each table of a run; give back the hash of each table's content."""
    for name, frame in tables.items():
        write_table(folder / f"{name}{SUFFIX}", [frame])
    return table_hashes(tables)


def read_tables(folder: Path) -> Tables:
    """Read all the tables of one run."""
    return {path.stem: read_table(path) for path in sorted(folder.glob(f"*{SUFFIX}"))}


def table_hashes(tables: Tables) -> dict[str, str]:
    """Hash the content of each table."""
    return {name: content_hash(frame) for name, frame in sorted(tables.items())}


def content_hash(frame: pd.DataFrame) -> str:
    """Hash what a table holds, to the last bit, apart from how any file format stores it."""
    whole = hashlib.sha256()
    for name in frame.columns:
        column = frame[name]
        if pd.api.types.is_numeric_dtype(column):
            values = column.to_numpy()
            whole.update(f"{name}\0{values.dtype.str}\0{len(values)}\0".encode())
            whole.update(values.tobytes())
        else:
            texts = column.astype("str").to_numpy(dtype=object, na_value="")
            whole.update(f"{name}\0text\0{len(texts)}\0".encode())
            whole.update("\0".join(texts).encode())
    return whole.hexdigest()


def file_hash(path: Path) -> str:
    """Hash a file's bytes."""
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            whole.update(chunk)
    return whole.hexdigest()

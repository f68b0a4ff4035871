"""Reads tables as people do, without options (frictionless: with their schema), and prints what each reader read: one JSON object per line."""

import datetime
import decimal
import json
import sys
import urllib.request

import duckdb
import pandas
import polars
from frictionless import Resource, Schema


def with_pandas(url, _):
    frame = pandas.read_csv(url)
    return list(frame.columns), frame.astype(object).where(frame.notna(), None).values.tolist()


def with_excel(url, _):
    frame = pandas.read_excel(url.replace(".csv?", ".xlsx?"), engine="calamine")
    return list(frame.columns), frame.astype(object).where(frame.notna(), None).values.tolist()


def with_polars(url, _):
    frame = polars.read_csv(url)
    return frame.columns, frame.rows()


def with_duckdb(url, _):
    # Reading from an address needs an extension that DuckDB downloads.
    file, _ = urllib.request.urlretrieve(url)
    relation = duckdb.read_csv(file)
    return relation.columns, relation.fetchall()


def with_frictionless(url, fields):
    # Without a schema, frictionless takes a column for numbers if nine of ten cells are.
    schema = Schema.from_descriptor({"fields": fields})
    with Resource(path=url, format="csv", schema=schema) as resource:
        rows = list(resource.row_stream)
        errors = [error.message for row in rows for error in row.errors]
        if errors:
            raise ValueError(errors[0])
        return resource.header.labels, [list(row.values()) for row in rows]


readers = {
    "pandas": with_pandas,
    "polars": with_polars,
    "duckdb": with_duckdb,
    "frictionless": with_frictionless,
    "excel": with_excel,
}


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


for line in sys.stdin:
    asked = json.loads(line)
    url, fields = asked["url"], asked["fields"]
    for name, read in readers.items():
        answer = {"reader": name, "url": url, "columns": [], "rows": []}
        try:
            columns, rows = read(url, fields)
            answer["columns"] = list(columns)
            answer["rows"] = [[plain(value) for value in row] for row in rows]
        except Exception as error:
            answer["error"] = f"{type(error).__name__}: {error}"
        print(json.dumps(answer))

"""Rows of a lake in an S3-compatible store instead of a folder: the key to it, which stands in a file of its own and in no message."""

from __future__ import annotations

import configparser
import os
from pathlib import Path
from urllib.parse import urlsplit

import duckdb

# a store that does not answer is given up after half a minute, and one without a good certificate at once
_SETTINGS: dict[str, str | int] = {"http_timeout": 10, "http_retries": 2, "enable_server_cert_verification": True}


def is_object_store(place: str) -> bool:
    """Whether the rows of a lake lie in such a store (s3://bucket/folder) and not in a folder."""
    return place.startswith("s3://")


def hand_key(connection: duckdb.DuckDBPyConnection, keys: Path) -> None:
    """Give a connection that has the extension loaded, and is not locked down yet, the key that a file holds: its lines are called as
    programs for such stores call them.

    Raises ValueError where it holds none: without a text of it, or of what DuckDB says about it.
    """
    try:
        key = _key(keys)
        address = urlsplit(key.get("endpoint_url", "https://s3.amazonaws.com"))
        settings: dict[str, str | int] = {**_SETTINGS, "ca_cert_file": key.get("ca_bundle", "")}
        for name, setting in settings.items():
            connection.execute(f"set global {name} = {_literal(setting)}")
        options: dict[str, str | int] = {
            "key_id": key["aws_access_key_id"], "secret": key["aws_secret_access_key"], "region": key.get("region", "us-east-1"),
            "endpoint": address.netloc, "use_ssl": address.scheme == "https", "url_style": "path",
        }  # fmt: skip
        connection.execute(f"create secret (type s3, {', '.join(f'{name} {_literal(of)}' for name, of in options.items())})")
    except (OSError, KeyError, UnicodeDecodeError, configparser.Error, duckdb.Error):
        raise ValueError from None


def _key(path: Path) -> configparser.SectionProxy:
    """The lines of the file. Raises OSError, KeyError, configparser.Error; PermissionError where others may read it, too."""
    if hasattr(os, "getuid") and path.stat().st_mode & 0o077:
        raise PermissionError
    lines = configparser.ConfigParser(interpolation=None)
    lines.read_string(path.read_text(encoding="utf-8"))
    return lines["default"]


def _literal(given: str | int) -> str:
    """As DuckDB writes it: neither a setting nor a key can be a parameter."""
    return str(duckdb.ConstantExpression(given))

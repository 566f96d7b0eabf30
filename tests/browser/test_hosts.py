"""A shared store on hosts of their own: nothing goes through the loopback device, PostgreSQL is reached by TLS, a cable is pulled."""

import shutil
from contextlib import closing

import pytest

from queries.shared_store import publish_store
from queries.store import Store
from tests.several_hosts import site, walk


def test_two_hosts_show_what_each_takes_in_and_lose_nothing_when_a_cable_is_pulled_in_the_middle_of_a_commit(
    store_file, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("hosts")
    try:
        with site(folder, 0.001) as hosts:
            with closing(Store.open(shutil.copy(store_file, folder / "seed.duckdb"))) as store, closing(hosts.lake()) as there:
                publish_store(store, there, replace=False)
            walk(hosts, [0.3])
    except LookupError as missing:
        pytest.skip(f"hosts of their own need {missing}")

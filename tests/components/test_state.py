"""What a visit remembers: each key once, with a value as long as nothing was set."""

from streamlit.testing.v1 import AppTest

from components import state

KEYS = [value for value in vars(state).values() if isinstance(value, state.Key)]


def test_no_two_keys_have_one_name():
    names = [key.name for key in KEYS]
    assert len(names) > 12 and sorted(set(names)) == sorted(names)


def test_a_key_is_set_read_and_forgotten():
    def page():
        import streamlit as st

        from components import state

        seen = [state.DROPPED.get(), state.DROPPED.set(3), state.DROPPED.get(), state.DROPPED.pop(), state.DROPPED.get()]
        state.choice("nam").code = "2022"
        st.write(f"{seen} {state.choice('nam').code} {state.choice('cap').code}")

    assert AppTest.from_function(page).run().markdown[0].value == "[0, 3, 3, 3, 0] 2022 None"

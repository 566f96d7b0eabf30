"""The register that ``python -m data check`` prints: province by province, and all of it."""

from __future__ import annotations

from data import finding_lines


def test_the_register_of_all_provinces_holds_every_finding_the_gravest_first(store, monkeypatch):
    known = store.select(
        "select f.finding_id, f.subject, f.severity, f.is_open, u.name from finding_decided as f join unit as u on u.unit_id = f.unit_id"
        " order by list_position(['severe', 'warning', 'note'], severity), not is_open, name, finding_id"
    )
    monkeypatch.setattr(finding_lines, "SHOWN", 30)
    found = finding_lines.register(store)
    assert found.every == len(known) > 30 and found.severe == sum((known.severity == "severe") & known.is_open) > 0
    assert len(found.lines) == 30 and all(subject in line for subject, line in zip(known.subject[:30], found.lines, strict=True))

"""The territory that a page or a slide is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Territory:
    """A unit that has figures."""

    unit_id: str
    name: str
    province_code: str

    @property
    def key(self) -> dict[str, str]:
        """The parameters by which a read finds the unit's figures quickly."""
        return {"province_code": self.province_code, "unit_id": self.unit_id}

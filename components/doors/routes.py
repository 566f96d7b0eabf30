"""The list of the doors."""

from __future__ import annotations

from starlette.routing import Route

from components import settings
from components.doors import document_file_door, figures_door, health, machine_door, published_views, slide_door
from components.tiles.slide_button import PLACE


def routes() -> list[Route]:
    """Every address beside the pages that programs ask, below the path under which the app is served."""
    base = settings.base_path()
    api = f"{base}/api/v1"
    return [
        Route(f"{base}/suc-khoe", health.health),
        Route(f"{base}/tep-van-ban/{{upload_id}}", document_file_door.document_file),
        Route(f"{base}/{PLACE}/{{kind}}/{{name}}", slide_door.slide),
        Route(f"{api}/datapackage.json", published_views.package),
        Route(f"{api}/import/preview", figures_door.preview, methods=["POST"]),
        Route(f"{api}/import", figures_door.commit, methods=["POST"]),
        Route(f"{api}/undo", figures_door.undo, methods=["POST"]),
        Route(f"{api}/machine/proof", machine_door.prove, methods=["POST"]),
        Route(f"{api}/machine/{{command}}", machine_door.run, methods=["POST"]),
        Route(f"{api}/{{name}}", published_views.view),
    ]

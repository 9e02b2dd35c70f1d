"""What lies at a building besides its tickets, put there for who looks whether they may see it."""

from sqlalchemy import insert, select

from storage.models import Grid, Place, Project, Thing

FOREIGN_WORDS = "暗号丁字库房漏水"


def project_at(chat, where):
    """One that waits there for who claims it."""
    with chat.database.write() as connection:
        code = "Y1-5" if where.startswith("梧桐里") else "N4-5"
        place = connection.execute(select(Place.id).where(Place.code == code)).scalar_one()
        row = {
            "title": f"{where}{FOREIGN_WORDS if code == 'N4-5' else '修花坛'}",
            "place_id": place,
            "kinds": "",
            "shares": 1,
        }
        made = insert(Project).values(state="withdrawn", opened_at=chat.clock(), ended_at=chat.clock(), **row)
        return connection.execute(made.returning(Project.id)).scalar_one()


def kept_at(chat, where):
    """A manhole there, and the grid."""
    place_code, grid_code = ("Y1-5", "G01") if where.startswith("梧桐里") else ("N4-5", "G03")
    with chat.database.write() as connection:
        place = connection.execute(select(Place.id).where(Place.code == place_code)).scalar_one()
        grid = connection.execute(select(Grid.id).where(Grid.code == grid_code)).scalar_one()
        row = {"code": f"J-{place}", "kind": "manhole", "name": "井盖", "place_id": place, "grid_id": grid}
        made = insert(Thing).values(source="workbook", updated_at=chat.clock(), **row)
        return connection.execute(made.returning(Thing.id)).scalar_one(), grid

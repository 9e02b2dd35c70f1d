"""Kept views of the board, and how somebody wants it; people are found by their whole phone without opening all.

Revision ID: 0042
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

from storage import columns
from storage.roster_write import phone_digest

revision = '0042'
down_revision = '0041'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
OWN, OF_ROLE = sa.text('role IS NULL'), sa.text('person_id IS NULL')


def upgrade() -> None:
    op.create_table('board_views',
    sa.Column('id', KEY, nullable=False),
    sa.Column('person_id', KEY, nullable=True),
    sa.Column('role', sa.String(24), nullable=True),
    sa.Column('name', sa.String(40), nullable=False),
    sa.Column('asked', columns.Sealed(), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_board_views_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_board_views')),
    )
    op.create_index('uq_board_views_own', 'board_views', ['person_id', 'name'], unique=True, sqlite_where=OWN, postgresql_where=OWN)
    op.create_index('uq_board_views_role', 'board_views', ['role', 'name'], unique=True, sqlite_where=OF_ROLE, postgresql_where=OF_ROLE)
    op.create_table('board_wishes',
    sa.Column('person_id', KEY, autoincrement=False, nullable=False),
    sa.Column('columns', sa.String(120), nullable=False),
    sa.Column('bell', sa.Boolean(), nullable=False),
    sa.Column('desktop', sa.Boolean(), nullable=False),
    sa.Column('counted', sa.Boolean(), nullable=False),
    sa.Column('start_id', KEY, nullable=True),
    sa.ForeignKeyConstraint(['start_id'], ['board_views.id'], name=op.f('fk_board_wishes_start_id_board_views')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_board_wishes_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_board_wishes')),
    )
    with op.batch_alter_table('people') as batch_op:
        batch_op.add_column(sa.Column('phone_digest', sa.String(32), nullable=True))
        batch_op.create_index(batch_op.f('ix_people_phone_digest'), ['phone_digest'], unique=False)
    digest_phones(op.get_bind())


def digest_phones(connection) -> None:
    """What no key opens is found by its phone no more."""
    people = sa.table('people', sa.column('id'), sa.column('phone', columns.Encrypted()), sa.column('phone_digest'))
    rows = connection.execute(sa.select(people.c.id, people.c.phone).where(people.c.phone.is_not(None))).all()
    digests = [{'key': row.id, 'digest': phone_digest(row.phone)} for row in rows if row.phone]
    if digests:
        change = sa.update(people).where(people.c.id == sa.bindparam('key'))
        connection.execute(change.values(phone_digest=sa.bindparam('digest')), digests)


def downgrade() -> None:
    with op.batch_alter_table('people') as batch_op:
        batch_op.drop_index(batch_op.f('ix_people_phone_digest'))
        batch_op.drop_column('phone_digest')
    op.drop_table('board_wishes')
    op.drop_table('board_views')

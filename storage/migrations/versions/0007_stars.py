"""Stars: rounds, candidates, nominations, objections, announcements; households; posters that are no account's.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('star_rounds',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('opens_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('review_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('notice_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('announce_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=True),
    sa.Column('changed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('held', sa.Integer(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['changed_by'], ['people.id'], name=op.f('fk_star_rounds_changed_by')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_star_rounds_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_star_rounds')),
    sa.UniqueConstraint('place_id', 'month', name=op.f('uq_star_rounds_place_id_month'))
    )
    with op.batch_alter_table('star_rounds', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_star_rounds_month'), ['month'], unique=False)
        batch_op.create_index('ix_star_rounds_running', ['state'], unique=False, sqlite_where=sa.text("state IN ('planned', 'nominating', 'reviewing', 'public_notice')"), postgresql_where=sa.text("state IN ('planned', 'nominating', 'reviewing', 'public_notice')"))

    op.create_table('announcements',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('running', sa.Integer(), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('draft', sa.String(length=12), nullable=False),
    sa.Column('draft_media_id', sa.String(length=128), nullable=True),
    sa.Column('draft_error', sa.String(length=200), nullable=True),
    sa.Column('draft_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['round_id'], ['star_rounds.id'], name=op.f('fk_announcements_round_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_announcements')),
    sa.UniqueConstraint('round_id', 'running', name=op.f('uq_announcements_round_id_running'))
    )
    op.create_table('star_awards',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('area_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', columns.Encrypted(), nullable=True),
    sa.Column('public_name', sa.String(length=40), nullable=True),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('consent', sa.String(length=12), nullable=False),
    sa.Column('consent_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('consent_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('score', sa.Integer(), server_default='0', nullable=False),
    sa.Column('facts', sa.Text(), nullable=True),
    sa.Column('deeds', sa.Text(), nullable=True),
    sa.Column('note', sa.String(length=200), nullable=True),
    sa.Column('merged_into', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('announcement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('picture_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('code', sa.String(length=32), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('ended_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['announcement_id'], ['announcements.id'], name=op.f('fk_star_awards_announcement_id')),
    sa.ForeignKeyConstraint(['area_id'], ['places.id'], name=op.f('fk_star_awards_area_id')),
    sa.ForeignKeyConstraint(['consent_by'], ['people.id'], name=op.f('fk_star_awards_consent_by')),
    sa.ForeignKeyConstraint(['merged_into'], ['star_awards.id'], name=op.f('fk_star_awards_merged_into')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_star_awards_person_id')),
    sa.ForeignKeyConstraint(['picture_id'], ['attachments.id'], name=op.f('fk_star_awards_picture_id')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_star_awards_place_id')),
    sa.ForeignKeyConstraint(['round_id'], ['star_rounds.id'], name=op.f('fk_star_awards_round_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_star_awards')),
    sa.UniqueConstraint('code', name=op.f('uq_star_awards_code'))
    )
    with op.batch_alter_table('star_awards', schema=None) as batch_op:
        batch_op.create_index('ix_star_awards_person_id_state', ['person_id', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_star_awards_round_id'), ['round_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_star_awards_state'), ['state'], unique=False)
        batch_op.create_index('uq_star_awards_person', ['round_id', 'kind', 'person_id'], unique=True, sqlite_where=sa.text('person_id IS NOT NULL'), postgresql_where=sa.text('person_id IS NOT NULL'))

    op.create_table('nominations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('award_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('household', sa.String(length=40), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('flags', sa.String(length=40), server_default='', nullable=False),
    sa.Column('picture_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_nominations_account_id')),
    sa.ForeignKeyConstraint(['award_id'], ['star_awards.id'], name=op.f('fk_nominations_award_id')),
    sa.ForeignKeyConstraint(['picture_id'], ['attachments.id'], name=op.f('fk_nominations_picture_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_nominations')),
    sa.UniqueConstraint('award_id', 'account_id', name=op.f('uq_nominations_award_id_account_id'))
    )
    with op.batch_alter_table('nominations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_nominations_account_id'), ['account_id'], unique=False)

    op.create_table('objections',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('award_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('text', columns.Encrypted(), nullable=True),
    sa.Column('late', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('settled_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('settled_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('note', columns.Encrypted(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_objections_account_id')),
    sa.ForeignKeyConstraint(['award_id'], ['star_awards.id'], name=op.f('fk_objections_award_id')),
    sa.ForeignKeyConstraint(['settled_by'], ['people.id'], name=op.f('fk_objections_settled_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_objections'))
    )
    with op.batch_alter_table('objections', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_objections_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_objections_award_id'), ['award_id'], unique=False)

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('household', sa.String(length=32), nullable=True))

    with op.batch_alter_table('attachments', schema=None) as batch_op:
        batch_op.alter_column('account_id',
               existing_type=sa.INTEGER(),
               nullable=True)



def downgrade() -> None:
    with op.batch_alter_table('attachments', schema=None) as batch_op:
        batch_op.alter_column('account_id',
               existing_type=sa.INTEGER(),
               nullable=False)

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.drop_column('household')

    with op.batch_alter_table('objections', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_objections_award_id'))
        batch_op.drop_index(batch_op.f('ix_objections_account_id'))

    op.drop_table('objections')
    with op.batch_alter_table('nominations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_nominations_account_id'))

    op.drop_table('nominations')
    with op.batch_alter_table('star_awards', schema=None) as batch_op:
        batch_op.drop_index('uq_star_awards_person', sqlite_where=sa.text('person_id IS NOT NULL'), postgresql_where=sa.text('person_id IS NOT NULL'))
        batch_op.drop_index(batch_op.f('ix_star_awards_state'))
        batch_op.drop_index(batch_op.f('ix_star_awards_round_id'))
        batch_op.drop_index('ix_star_awards_person_id_state')

    op.drop_table('star_awards')
    op.drop_table('announcements')
    with op.batch_alter_table('star_rounds', schema=None) as batch_op:
        batch_op.drop_index('ix_star_rounds_running', sqlite_where=sa.text("state IN ('planned', 'nominating', 'reviewing', 'public_notice')"), postgresql_where=sa.text("state IN ('planned', 'nominating', 'reviewing', 'public_notice')"))
        batch_op.drop_index(batch_op.f('ix_star_rounds_month'))

    op.drop_table('star_rounds')

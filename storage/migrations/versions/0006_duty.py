"""Duty: stations, shifts, sign-ups, check-ins, enrolments, service hours, certificates.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('campaigns',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('place_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('goal', sa.Integer(), nullable=False),
    sa.Column('call_up', sa.Boolean(), nullable=False),
    sa.Column('opened_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('opened_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('filled_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['opened_by'], ['people.id'], name=op.f('fk_campaigns_opened_by')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_campaigns_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaigns'))
    )
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaigns_place_id'), ['place_id'], unique=False)

    op.create_table('certificates',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('digest', sa.String(length=32), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_certificates_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificates')),
    sa.UniqueConstraint('digest', name=op.f('uq_certificates_digest'))
    )
    with op.batch_alter_table('certificates', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_certificates_person_id'), ['person_id'], unique=False)

    op.create_table('enrolments',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('unit', sa.String(length=80), nullable=True),
    sa.Column('skills', sa.String(length=200), nullable=False),
    sa.Column('wishes', sa.String(length=200), nullable=False),
    sa.Column('since', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('until', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_enrolments_person_id')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_enrolments_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolments'))
    )
    with op.batch_alter_table('enrolments', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_enrolments_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_enrolments_place_id'), ['place_id'], unique=False)
        batch_op.create_index('uq_enrolments_running', ['person_id', 'place_id'], unique=True, sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))

    op.create_table('feeds',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('digest', sa.String(length=32), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_feeds_person_id')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_feeds')),
    sa.UniqueConstraint('digest', name=op.f('uq_feeds_digest'))
    )
    op.create_table('qualifications',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['given_by'], ['people.id'], name=op.f('fk_qualifications_given_by')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_qualifications_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_qualifications')),
    sa.UniqueConstraint('person_id', 'name', name=op.f('uq_qualifications_person_id_name'))
    )
    op.create_table('service_hours',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(length=12), nullable=False),
    sa.Column('source_key', sa.String(length=80), nullable=False),
    sa.Column('place_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('counters_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_service_hours_by_id')),
    sa.ForeignKeyConstraint(['counters_id'], ['service_hours.id'], name=op.f('fk_service_hours_counters_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_service_hours_person_id')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_service_hours_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_service_hours')),
    sa.UniqueConstraint('source_key', name=op.f('uq_service_hours_source_key'))
    )
    with op.batch_alter_table('service_hours', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_service_hours_day'), ['day'], unique=False)
        batch_op.create_index('ix_service_hours_person_id_day', ['person_id', 'day'], unique=False)

    op.create_table('stations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('lead_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('needs_code', sa.Boolean(), nullable=False),
    sa.Column('retired_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['lead_id'], ['people.id'], name=op.f('fk_stations_lead_id')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_stations_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stations')),
    sa.UniqueConstraint('place_id', name=op.f('uq_stations_place_id'))
    )
    with op.batch_alter_table('stations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stations_lead_id'), ['lead_id'], unique=False)

    op.create_table('shift_patterns',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(length=32), nullable=False),
    sa.Column('station_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('weekdays', sa.String(length=7), nullable=False),
    sa.Column('start_minute', sa.Integer(), nullable=False),
    sa.Column('end_minute', sa.Integer(), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=False),
    sa.Column('qualification', sa.String(length=40), nullable=True),
    sa.Column('on_holidays', sa.Boolean(), nullable=False),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('retired_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['station_id'], ['stations.id'], name=op.f('fk_shift_patterns_station_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shift_patterns')),
    sa.UniqueConstraint('code', name=op.f('uq_shift_patterns_code'))
    )
    with op.batch_alter_table('shift_patterns', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shift_patterns_station_id'), ['station_id'], unique=False)

    op.create_table('check_ins',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('place_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('method', sa.String(length=12), nullable=False),
    sa.Column('distance_m', sa.Integer(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('number', sa.String(length=24), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_check_ins_by_id')),
    sa.ForeignKeyConstraint(['number'], ['tickets.number'], name=op.f('fk_check_ins_number')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_check_ins_person_id')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_check_ins_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_ins')),
    sa.UniqueConstraint('person_id', 'place_id', 'day', 'kind', name=op.f('uq_check_ins_person_id_place_id_day_kind'))
    )
    with op.batch_alter_table('check_ins', schema=None) as batch_op:
        batch_op.create_index('ix_check_ins_place_id_day', ['place_id', 'day'], unique=False)

    op.create_table('shifts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('station_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('pattern_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('starts_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('ends_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=False),
    sa.Column('qualification', sa.String(length=40), nullable=True),
    sa.Column('cancelled_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('cancel_reason', sa.String(length=200), nullable=True),
    sa.Column('counted_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaigns.id'], name=op.f('fk_shifts_campaign_id')),
    sa.ForeignKeyConstraint(['pattern_id'], ['shift_patterns.id'], name=op.f('fk_shifts_pattern_id')),
    sa.ForeignKeyConstraint(['station_id'], ['stations.id'], name=op.f('fk_shifts_station_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shifts')),
    sa.UniqueConstraint('pattern_id', 'day', name=op.f('uq_shifts_pattern_id_day'))
    )
    with op.batch_alter_table('shifts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shifts_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_shifts_day'), ['day'], unique=False)
        batch_op.create_index(batch_op.f('ix_shifts_starts_at'), ['starts_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_shifts_station_id'), ['station_id'], unique=False)
        batch_op.create_index('ix_shifts_uncounted', ['starts_at'], unique=False, sqlite_where=sa.text('counted_at IS NULL'), postgresql_where=sa.text('counted_at IS NULL'))

    op.create_table('duty_records',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('station_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('shift_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('parties', columns.Encrypted(), nullable=True),
    sa.Column('matter', columns.Encrypted(), nullable=True),
    sa.Column('outcome', sa.Text(), nullable=False),
    sa.Column('well', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_duty_records_person_id')),
    sa.ForeignKeyConstraint(['shift_id'], ['shifts.id'], name=op.f('fk_duty_records_shift_id')),
    sa.ForeignKeyConstraint(['station_id'], ['stations.id'], name=op.f('fk_duty_records_station_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_duty_records'))
    )
    with op.batch_alter_table('duty_records', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_duty_records_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_duty_records_station_id'), ['station_id'], unique=False)

    op.create_table('sign_ups',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('shift_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('via', sa.String(length=8), nullable=False),
    sa.Column('why', sa.String(length=200), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('stage', sa.Integer(), server_default='0', nullable=False),
    sa.Column('came_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('method', sa.String(length=12), nullable=True),
    sa.Column('distance_m', sa.Integer(), nullable=True),
    sa.Column('left_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('late', sa.Integer(), nullable=True),
    sa.Column('early', sa.Integer(), nullable=True),
    sa.Column('ended_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_sign_ups_person_id')),
    sa.ForeignKeyConstraint(['shift_id'], ['shifts.id'], name=op.f('fk_sign_ups_shift_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_ups'))
    )
    with op.batch_alter_table('sign_ups', schema=None) as batch_op:
        batch_op.create_index('ix_sign_ups_person_id_state', ['person_id', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_ups_shift_id'), ['shift_id'], unique=False)
        batch_op.create_index('uq_sign_ups_standing', ['shift_id', 'person_id'], unique=True, sqlite_where=sa.text("state NOT IN ('cancelled', 'swapped')"), postgresql_where=sa.text("state NOT IN ('cancelled', 'swapped')"))

    op.create_table('swaps',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sign_up_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('to_person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('taken_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['sign_up_id'], ['sign_ups.id'], name=op.f('fk_swaps_sign_up_id')),
    sa.ForeignKeyConstraint(['taken_by'], ['people.id'], name=op.f('fk_swaps_taken_by')),
    sa.ForeignKeyConstraint(['to_person_id'], ['people.id'], name=op.f('fk_swaps_to_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_swaps'))
    )
    with op.batch_alter_table('swaps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_swaps_sign_up_id'), ['sign_up_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_swaps_to_person_id'), ['to_person_id'], unique=False)
        batch_op.create_index('uq_swaps_open', ['sign_up_id'], unique=True, sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))



def downgrade() -> None:
    with op.batch_alter_table('swaps', schema=None) as batch_op:
        batch_op.drop_index('uq_swaps_open', sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.drop_index(batch_op.f('ix_swaps_to_person_id'))
        batch_op.drop_index(batch_op.f('ix_swaps_sign_up_id'))

    op.drop_table('swaps')
    with op.batch_alter_table('sign_ups', schema=None) as batch_op:
        batch_op.drop_index('uq_sign_ups_standing', sqlite_where=sa.text("state NOT IN ('cancelled', 'swapped')"), postgresql_where=sa.text("state NOT IN ('cancelled', 'swapped')"))
        batch_op.drop_index(batch_op.f('ix_sign_ups_shift_id'))
        batch_op.drop_index('ix_sign_ups_person_id_state')

    op.drop_table('sign_ups')
    with op.batch_alter_table('duty_records', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_duty_records_station_id'))
        batch_op.drop_index(batch_op.f('ix_duty_records_person_id'))

    op.drop_table('duty_records')
    with op.batch_alter_table('shifts', schema=None) as batch_op:
        batch_op.drop_index('ix_shifts_uncounted', sqlite_where=sa.text('counted_at IS NULL'), postgresql_where=sa.text('counted_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_shifts_station_id'))
        batch_op.drop_index(batch_op.f('ix_shifts_starts_at'))
        batch_op.drop_index(batch_op.f('ix_shifts_day'))
        batch_op.drop_index(batch_op.f('ix_shifts_campaign_id'))

    op.drop_table('shifts')
    with op.batch_alter_table('check_ins', schema=None) as batch_op:
        batch_op.drop_index('ix_check_ins_place_id_day')

    op.drop_table('check_ins')
    with op.batch_alter_table('shift_patterns', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_shift_patterns_station_id'))

    op.drop_table('shift_patterns')
    with op.batch_alter_table('stations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_stations_lead_id'))

    op.drop_table('stations')
    with op.batch_alter_table('service_hours', schema=None) as batch_op:
        batch_op.drop_index('ix_service_hours_person_id_day')
        batch_op.drop_index(batch_op.f('ix_service_hours_day'))

    op.drop_table('service_hours')
    op.drop_table('qualifications')
    op.drop_table('feeds')
    with op.batch_alter_table('enrolments', schema=None) as batch_op:
        batch_op.drop_index('uq_enrolments_running', sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))
        batch_op.drop_index(batch_op.f('ix_enrolments_place_id'))
        batch_op.drop_index(batch_op.f('ix_enrolments_person_id'))

    op.drop_table('enrolments')
    with op.batch_alter_table('certificates', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_certificates_person_id'))

    op.drop_table('certificates')
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_campaigns_place_id'))

    op.drop_table('campaigns')

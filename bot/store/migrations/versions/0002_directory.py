"""directory: confirmations, corrections, room and gaps"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('directory_gaps',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('month', sa.String(length=7), nullable=False),
    sa.Column('need', sa.String(length=40), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('area', sa.String(length=12), nullable=False, comment='city, county, state, elsewhere or remote'),
    sa.Column('population', sa.String(length=30), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_directory_gaps')),
    sa.UniqueConstraint('month', 'need', 'language', 'area', 'population', name='uq_directory_gaps_what')
    )
    op.create_table('provider_changes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('provider', sa.String(length=80), nullable=False),
    sa.Column('field', sa.String(length=60), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.Column('by', sa.String(length=24), nullable=False, comment='staff id'),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('correction', sa.String(length=12), nullable=True, comment='code of the correction it came from'),
    sa.Column('overlays', sa.Boolean(), nullable=False, comment='counts over the file until written back'),
    sa.Column('written', sa.Boolean(), nullable=False, comment='stands in the file by now'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_provider_changes'))
    )
    with op.batch_alter_table('provider_changes', schema=None) as batch_op:
        batch_op.create_index('ix_provider_changes_provider', ['provider'], unique=False)

    op.create_table('provider_corrections',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=12), nullable=False, comment='random; the only thing a message carries'),
    sa.Column('provider', sa.String(length=80), nullable=False, comment='empty for a new listing'),
    sa.Column('fields', sa.String(length=200), nullable=False, comment='what is wrong, comma between'),
    sa.Column('value', sa.Text(), nullable=True, comment='what it should be; cleared with retention'),
    sa.Column('known', sa.String(length=20), nullable=False, comment='called, told, website, experience'),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('by', sa.String(length=24), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due', sa.DateTime(timezone=True), nullable=False, comment='4 hours for a crisis line, else 5 working days'),
    sa.Column('state', sa.String(length=12), nullable=False, comment='open, published, rejected, paused, removed'),
    sa.Column('decided_by', sa.String(length=24), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_provider_corrections')),
    sa.UniqueConstraint('code', name=op.f('uq_provider_corrections_code'))
    )
    with op.batch_alter_table('provider_corrections', schema=None) as batch_op:
        batch_op.create_index('ix_provider_corrections_state', ['state'], unique=False)

    op.create_table('provider_states',
    sa.Column('provider', sa.String(length=80), nullable=False, comment="the curated record's id"),
    sa.Column('verified_on', sa.Date(), nullable=True),
    sa.Column('verified_by', sa.String(length=60), nullable=True, comment='a role, never a person'),
    sa.Column('verified_how', sa.String(length=20), nullable=True),
    sa.Column('not_reached', sa.Integer(), nullable=False, comment='in a row; the second one pauses the record'),
    sa.Column('paused', sa.String(length=40), nullable=True, comment='why it is not shown: not-reached, conduct, editor'),
    sa.Column('reported', sa.Boolean(), nullable=False, comment='hidden until an editor has looked at it'),
    sa.Column('room', sa.String(length=12), nullable=True, comment='open, limited, waitlist, full, unknown'),
    sa.Column('room_as_of', sa.DateTime(timezone=True), nullable=True),
    sa.Column('room_until', sa.Date(), nullable=True),
    sa.Column('written_on', sa.Date(), nullable=True, comment='the confirmation that stands in the file already'),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('provider', name=op.f('pk_provider_states'))
    )
    with op.batch_alter_table('provider_states', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_provider_states_changed_at'), ['changed_at'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('provider_states', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_provider_states_changed_at'))

    op.drop_table('provider_states')
    with op.batch_alter_table('provider_corrections', schema=None) as batch_op:
        batch_op.drop_index('ix_provider_corrections_state')

    op.drop_table('provider_corrections')
    with op.batch_alter_table('provider_changes', schema=None) as batch_op:
        batch_op.drop_index('ix_provider_changes_provider')

    op.drop_table('provider_changes')
    op.drop_table('directory_gaps')

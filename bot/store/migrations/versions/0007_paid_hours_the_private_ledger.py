"""paid hours: the private ledger"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a private ledger: whose hours, which day, how long, paid or not
    op.create_table('paid_hours',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user', sa.String(length=24), nullable=False),
    sa.Column('on', sa.Date(), nullable=False, comment='the day that was worked'),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True, comment='marked as paid; deleted some time after'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_paid_hours'))
    )
    with op.batch_alter_table('paid_hours', schema=None) as batch_op:
        batch_op.create_index('ix_paid_hours_settled_at', ['settled_at'], unique=False)
        batch_op.create_index('ix_paid_hours_user', ['user'], unique=False)


def downgrade() -> None:
    # a private ledger: whose hours, which day, how long, paid or not
    with op.batch_alter_table('paid_hours', schema=None) as batch_op:
        batch_op.drop_index('ix_paid_hours_user')
        batch_op.drop_index('ix_paid_hours_settled_at')

    op.drop_table('paid_hours')

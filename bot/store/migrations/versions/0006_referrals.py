"""referrals"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the guided flows: sealed referrals, their releases, checklists, concerns, counts; and the audit log
    op.create_table('audit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('who', sa.String(length=24), nullable=False, comment='a Slack user id, or `assistant`'),
    sa.Column('act', sa.String(length=40), nullable=False),
    sa.Column('subject', sa.String(length=40), nullable=False, comment="a record's audit key: random, and gone when the record is cleared"),
    sa.Column('what', sa.String(length=80), nullable=False, comment='a short word such as a state or a number, never content'),
    sa.Column('previous', sa.String(length=64), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit')),
    sa.UniqueConstraint('hash', name=op.f('uq_audit_hash')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.create_index('ix_audit_subject', ['subject'], unique=False)

    op.create_table('checklists',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=9), nullable=False),
    sa.Column('owner', sa.String(length=24), nullable=False),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_checklists')),
    sa.UniqueConstraint('code', name=op.f('uq_checklists_code'))
    )
    with op.batch_alter_table('checklists', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_checklists_expires_at'), ['expires_at'], unique=False)

    op.create_table('concerns',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=9), nullable=False),
    sa.Column('audit_key', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=6), nullable=False, comment='place or vendor'),
    sa.Column('flow', sa.String(length=3), nullable=False),
    sa.Column('owner_role', sa.String(length=24), nullable=False),
    sa.Column('reporter', sa.String(length=24), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('blob', sa.LargeBinary(), nullable=False),
    sa.Column('wrapped_key', sa.LargeBinary(), nullable=False),
    sa.Column('key_name', sa.String(length=40), nullable=False),
    sa.Column('acknowledge_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('acknowledged_by', sa.String(length=24), nullable=True),
    sa.Column('approved_by', sa.String(length=24), nullable=True, comment='who let the place go beyond the owning agency'),
    sa.Column('outcome', sa.String(length=60), nullable=True),
    sa.Column('keep_days', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_concerns')),
    sa.UniqueConstraint('code', name=op.f('uq_concerns_code'))
    )
    with op.batch_alter_table('concerns', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_concerns_created_at'), ['created_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_concerns_key_name'), ['key_name'], unique=False)

    op.create_table('intake_counts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('month', sa.String(length=7), nullable=False),
    sa.Column('measure', sa.String(length=40), nullable=False),
    sa.Column('value', sa.String(length=60), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_intake_counts')),
    sa.UniqueConstraint('month', 'measure', 'value', name='uq_intake_counts_month_measure_value')
    )
    op.create_table('intake_drafts',
    sa.Column('person', sa.String(length=24), nullable=False),
    sa.Column('code', sa.String(length=9), nullable=False),
    sa.Column('flow', sa.String(length=3), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('blob', sa.LargeBinary(), nullable=False),
    sa.Column('wrapped_key', sa.LargeBinary(), nullable=False),
    sa.Column('key_name', sa.String(length=40), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('person', name=op.f('pk_intake_drafts')),
    sa.UniqueConstraint('code', name=op.f('uq_intake_drafts_code'))
    )
    with op.batch_alter_table('intake_drafts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_intake_drafts_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_intake_drafts_key_name'), ['key_name'], unique=False)

    op.create_table('legal_holds',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('covers', sa.String(length=20), nullable=False, comment='everything, or one class of records'),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('set_by', sa.String(length=24), nullable=False),
    sa.Column('lifted_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_legal_holds'))
    )
    op.create_table('referral_gaps',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('month', sa.String(length=7), nullable=False),
    sa.Column('need', sa.String(length=60), nullable=False),
    sa.Column('language', sa.String(length=40), nullable=False),
    sa.Column('area', sa.String(length=40), nullable=False),
    sa.Column('population', sa.String(length=40), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_referral_gaps')),
    sa.UniqueConstraint('month', 'need', 'language', 'area', 'population', name='uq_referral_gaps_all')
    )
    with op.batch_alter_table('referral_gaps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_referral_gaps_month'), ['month'], unique=False)

    op.create_table('referrals',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=9), nullable=False, comment='random, 4 and 4; never derived from anything'),
    sa.Column('audit_key', sa.String(length=32), nullable=True, comment='what audit lines call this record; emptied with it'),
    sa.Column('flow', sa.String(length=3), nullable=False),
    sa.Column('month', sa.String(length=7), nullable=False, comment='year-month, for reports'),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('clock', sa.String(length=40), nullable=False, comment="which of the flow's clocks runs"),
    sa.Column('acknowledge_minutes', sa.Integer(), nullable=False),
    sa.Column('decide_minutes', sa.Integer(), nullable=False),
    sa.Column('around_the_clock', sa.Boolean(), nullable=False),
    sa.Column('owner', sa.String(length=24), nullable=True, comment='the staff member; emptied when cleared'),
    sa.Column('agency', sa.String(length=80), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('blob', sa.LargeBinary(), nullable=True, comment='sealed: needs, language, area, counts'),
    sa.Column('wrapped_key', sa.LargeBinary(), nullable=True),
    sa.Column('key_name', sa.String(length=40), nullable=True),
    sa.Column('consent_given_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('how_given', sa.String(length=20), nullable=True),
    sa.Column('shares', sa.String(length=120), nullable=True, comment='categories the person allowed, joined by commas'),
    sa.Column('consent_ends', sa.Date(), nullable=True, comment='the last day on which it may be opened or sent'),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('outcome', sa.String(length=40), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_referrals')),
    sa.UniqueConstraint('code', name=op.f('uq_referrals_code'))
    )
    with op.batch_alter_table('referrals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_referrals_key_name'), ['key_name'], unique=False)
        batch_op.create_index('ix_referrals_owner', ['owner'], unique=False)
        batch_op.create_index('ix_referrals_state_created_at', ['state', 'created_at'], unique=False)

    op.create_table('released_reports',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('first_quarter', sa.String(length=7), nullable=False),
    sa.Column('last_quarter', sa.String(length=7), nullable=False),
    sa.Column('published', sa.Text(), nullable=False, comment='JSON: the numbers as they were shown'),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_released_reports')),
    sa.UniqueConstraint('first_quarter', 'last_quarter', name='uq_released_reports_quarters')
    )
    op.create_table('seal_checks',
    sa.Column('key_name', sa.String(length=40), nullable=False),
    sa.Column('value', sa.LargeBinary(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('key_name', name=op.f('pk_seal_checks'))
    )
    op.create_table('checklist_steps',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('checklist_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(length=40), nullable=False, comment="the question's id in the flow"),
    sa.Column('done', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['checklist_id'], ['checklists.id'], name=op.f('fk_checklist_steps_checklist_id_checklists'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_checklist_steps')),
    sa.UniqueConstraint('checklist_id', 'step', name='uq_checklist_steps_checklist_id_step')
    )
    op.create_table('releases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('token', sa.String(length=16), nullable=False, comment='random; what messages and buttons carry'),
    sa.Column('referral_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False, comment='1, 2, …: what messages call the recipient'),
    sa.Column('provider', sa.String(length=80), nullable=True, comment='emptied when cleared or withdrawn'),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('by_phone', sa.Boolean(), nullable=False, comment='nobody speaks for the place in Slack: the owner calls'),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('reason', sa.String(length=20), nullable=True, comment='a category, where declined'),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False, comment='when the consent for this recipient was given'),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('acknowledge_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decide_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('calls', sa.Integer(), nullable=False, comment='messages left by phone'),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by', sa.String(length=24), nullable=True),
    sa.ForeignKeyConstraint(['referral_id'], ['referrals.id'], name=op.f('fk_releases_referral_id_referrals'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_releases')),
    sa.UniqueConstraint('referral_id', 'place', name='uq_releases_referral_id_place'),
    sa.UniqueConstraint('token', name=op.f('uq_releases_token'))
    )
    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_releases_acknowledge_by'), ['acknowledge_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_releases_referral_id'), ['referral_id'], unique=False)
    _append_only()


def _append_only() -> None:
    """The database itself refuses to change or delete a line of the audit log."""
    if op.get_bind().dialect.name == 'sqlite':
        for verb in ('UPDATE', 'DELETE'):
            op.execute(f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit "
                       "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END")
        return
    op.execute("CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS "
               "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$")
    op.execute("CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
               "FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()")


def downgrade() -> None:
    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_releases_referral_id'))
        batch_op.drop_index(batch_op.f('ix_releases_acknowledge_by'))

    op.drop_table('releases')
    op.drop_table('checklist_steps')
    op.drop_table('seal_checks')
    op.drop_table('released_reports')
    with op.batch_alter_table('referrals', schema=None) as batch_op:
        batch_op.drop_index('ix_referrals_state_created_at')
        batch_op.drop_index('ix_referrals_owner')
        batch_op.drop_index(batch_op.f('ix_referrals_key_name'))

    op.drop_table('referrals')
    with op.batch_alter_table('referral_gaps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_referral_gaps_month'))

    op.drop_table('referral_gaps')
    op.drop_table('legal_holds')
    with op.batch_alter_table('intake_drafts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_intake_drafts_key_name'))
        batch_op.drop_index(batch_op.f('ix_intake_drafts_expires_at'))

    op.drop_table('intake_drafts')
    op.drop_table('intake_counts')
    with op.batch_alter_table('concerns', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_concerns_key_name'))
        batch_op.drop_index(batch_op.f('ix_concerns_created_at'))

    op.drop_table('concerns')
    with op.batch_alter_table('checklists', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_checklists_expires_at'))

    op.drop_table('checklists')
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.drop_index('ix_audit_subject')

    op.drop_table('audit')

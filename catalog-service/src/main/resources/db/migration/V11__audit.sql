-- Who changed what, when, and what was there before and after.
create table audit (
	id bigint primary key generated always as identity,
	subject varchar(16) not null,
	subject_id varchar(64) not null,
	action varchar(32) not null,
	actor varchar(100) not null,
	happened_at timestamptz not null,
	value_before jsonb,
	value_after jsonb
);

create index audit_of_subject on audit (subject, subject_id, id desc);
create index audit_of_actor on audit (actor, id desc);
create index audit_of_action on audit (action, id desc);
create index audit_of_time on audit (happened_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_is_final before update or delete or truncate on audit
	for each statement execute function refuse_change();

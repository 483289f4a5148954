-- What happened to an image since it was offered.
alter table image add column successor varchar(64);
alter table image add column deprecated_at timestamptz;
alter table image add column obsoleted_at timestamptz;
alter table image add column withdrawn_at timestamptz;
alter table image_transition add column successor varchar(64);
drop index image_transition_history;
create index image_transition_history on image_transition (image_id, id desc);

-- Steps that wait for their time, and what became of them.
create table planned_transition (
	id uuid primary key,
	image_id uuid not null references image on delete cascade,
	transition varchar(16) not null check (transition in ('ACTIVATE', 'DEPRECATE', 'OBSOLETE', 'WITHDRAW')),
	reason varchar(500) not null,
	successor varchar(64),
	actor varchar(100) not null,
	planned_for timestamptz not null,
	state varchar(16) not null check (state in ('PLANNED', 'DONE', 'FAILED', 'CANCELLED')),
	failure varchar(1000),
	created_at timestamptz not null
);

create index planned_transition_of_image on planned_transition (image_id, planned_for);

-- Withdrawn images that readers may still get, and those that they do not get any more.
create table withdrawal (
	image_id uuid primary key references image,
	object_key varchar(300) not null,
	reason varchar(500) not null,
	actor varchar(100) not null,
	ordered_at timestamptz not null,
	done_at timestamptz,
	attempts integer not null default 0,
	failure varchar(1000)
);

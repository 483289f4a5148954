-- Searches of the store for what nothing names any more.
create table collection (
	id uuid primary key,
	dry_run boolean not null,
	forced boolean not null,
	state varchar(16) not null check (state in ('RUNNING', 'COMPLETED', 'REFUSED')),
	actor varchar(100) not null,
	created_at timestamptz not null,
	finished_at timestamptz,
	failure varchar(1000),
	named bigint not null default 0,
	young bigint not null default 0,
	due bigint not null default 0,
	due_bytes bigint not null default 0,
	unknown bigint not null default 0,
	unknown_bytes bigint not null default 0
);

create index collection_listing on collection (created_at desc, id);

-- What was found. Rows that are MARKED were judged for good: they go, and nobody gets to share them.
create table collection_object (
	id bigint primary key generated always as identity,
	collection_id uuid not null references collection on delete cascade,
	bucket varchar(63) not null,
	object_key varchar(1024) not null,
	multipart_id varchar(1000),
	size bigint not null,
	modified_at timestamptz not null,
	outcome varchar(16) not null check (outcome in ('DUE', 'MARKED', 'REMOVED', 'UNKNOWN'))
);

create index collection_object_listing on collection_object (collection_id, outcome, id);
create index collection_object_marked on collection_object (object_key) where outcome = 'MARKED';

-- Uploads that go on after a break: what has arrived of each, and who may add to it.
alter table upload add column resumable boolean not null default false;

create table resumable_upload (
	upload_id uuid primary key references upload on delete cascade,
	size bigint not null check (size > 0),
	part_size integer not null check (part_size > 0),
	position bigint not null check (position between 0 and size),
	-- A number is never used by two writers, so that the late part of a dead one is never joined.
	next_part integer not null,
	expected_sha256 varchar(64),
	replaced_key varchar(300),
	metadata varchar(4000) not null,
	writer uuid,
	writer_seen timestamptz,
	failure varchar(1000),
	settled boolean not null default false
);

create index resumable_upload_whole on resumable_upload (upload_id) where position = size and not settled;

create table resumable_part (
	upload_id uuid not null references resumable_upload on delete cascade,
	number integer not null check (number between 1 and 10000),
	tag varchar(200) not null,
	primary key (upload_id, number)
);

-- What has arrived beyond the last whole part: stores take no small parts but the last.
create table resumable_tail (
	upload_id uuid primary key references resumable_upload on delete cascade,
	content bytea not null
);

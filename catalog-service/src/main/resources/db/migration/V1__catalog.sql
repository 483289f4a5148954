create table image (
	id uuid primary key,
	name varchar(64) not null,
	os varchar(32) not null,
	architecture varchar(16) not null,
	version varchar(64) not null,
	description varchar(500) not null,
	hypervisors varchar(16)[] not null,
	virtualization_type varchar(16) not null check (virtualization_type in ('hvm', 'paravirtual')),
	single_kernel boolean not null,
	recipe varchar(64) not null,
	contact varchar(254) not null,
	login_user varchar(32),
	state varchar(16) not null check (state in ('DRAFT', 'ACTIVE', 'DEPRECATED', 'OBSOLETE', 'WITHDRAWN')),
	released_at timestamptz not null,
	stamp varchar(9) not null,
	artifact_upload_id uuid unique,
	artifact_key varchar(300) unique,
	artifact_size bigint,
	artifact_sha256 varchar(64),
	artifact_md5 varchar(32),
	-- What a catalog of others said of the image and what we do not publish.
	origin_number varchar(10) unique,
	origin_url varchar(2000),
	origin_facts varchar(8000),
	created_at timestamptz not null,
	updated_at timestamptz not null,
	created_by varchar(100) not null,
	row_version bigint not null,
	constraint artifact_whole check (num_nulls(artifact_upload_id, artifact_key, artifact_size, artifact_sha256,
		artifact_md5) in (0, 5)),
	constraint artifact_unless_draft check (state = 'DRAFT' or artifact_key is not null)
);

-- Object keys differ by case, people do not.
create unique index image_name on image (lower(name));
create index image_listing on image (state, released_at desc, name);

-- Written before the first byte leaves for the store, so that no crash leaves an object that nobody knows of.
create table upload (
	id uuid primary key,
	image_id uuid not null,
	object_key varchar(300) not null unique,
	multipart_id varchar(1000),
	state varchar(16) not null check (state in ('RUNNING', 'BOUND', 'ORPHANED')),
	actor varchar(100) not null,
	started_at timestamptz not null,
	touched_at timestamptz not null
);

create index upload_unbound on upload (state, touched_at) where state <> 'BOUND';

create table import (
	id uuid primary key,
	state varchar(16) not null check (state in ('ACCEPTED', 'RUNNING', 'COMPLETED', 'FAILED')),
	url varchar(2000),
	body text,
	failure varchar(2000),
	actor varchar(100) not null,
	created_at timestamptz not null,
	finished_at timestamptz
);

create table import_entry (
	import_id uuid not null references import,
	position integer not null,
	name varchar(200),
	outcome varchar(16) not null check (outcome in ('TAKEN', 'REPAIRED', 'REFUSED')),
	reasons varchar(1000)[] not null,
	image_id uuid,
	primary key (import_id, position)
);

create table publication (
	serial bigint primary key,
	state varchar(16) not null check (state in ('STAGED', 'UPLOADED', 'POINTED', 'LIVE', 'ABANDONED', 'SUPERSEDED')),
	content_hash varchar(64) not null,
	snapshot text not null,
	reason varchar(500) not null,
	actor varchar(100) not null,
	added varchar(64)[] not null,
	changed varchar(64)[] not null,
	removed varchar(64)[] not null,
	failures varchar(1000)[] not null,
	created_at timestamptz not null,
	published_at timestamptz
);

create sequence publication_serial;
create unique index publication_live on publication (state) where state = 'LIVE';

create table publication_document (
	serial bigint not null references publication,
	name varchar(100) not null,
	content_type varchar(100) not null,
	content bytea not null,
	primary key (serial, name)
);

create table publication_image (
	serial bigint not null references publication,
	image_id uuid not null,
	primary key (serial, image_id)
);

-- One row: the newest publication that may touch the pointers. It only ever grows.
create table publication_fence (
	id boolean primary key default true check (id),
	serial bigint not null
);

insert into publication_fence (serial) values (0);

create view published_image as
	select entry.image_id from publication_image entry join publication using (serial)
	where publication.state = 'LIVE';

-- The table of db-scheduler.
create table scheduled_tasks (
	task_name text not null,
	task_instance text not null,
	task_data bytea,
	execution_time timestamptz not null,
	picked boolean not null,
	picked_by text,
	last_success timestamptz,
	last_failure timestamptz,
	consecutive_failures integer,
	last_heartbeat timestamptz,
	version bigint not null,
	priority smallint,
	primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

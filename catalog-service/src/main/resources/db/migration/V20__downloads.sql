-- Files of imported entries on their way here.
create table download (
	import_id uuid not null references import,
	position integer not null,
	image_id uuid not null,
	state varchar(16) not null check (state in ('WAITING', 'FETCHING', 'KEPT', 'FAILED', 'SKIPPED')),
	url varchar(4000),
	expected_size bigint,
	expected_sha256 varchar(64),
	expected_md5 varchar(32),
	expected_number varchar(10),
	actor varchar(100) not null,
	lane integer,
	bytes bigint not null,
	total_bytes bigint,
	attempts integer not null,
	due_at timestamptz not null,
	reason varchar(1000),
	primary key (import_id, position),
	constraint download_lane_if_fetching check ((lane is not null) = (state = 'FETCHING'))
);

create index download_open on download (state, due_at) where state in ('WAITING', 'FETCHING');

alter table import add column fetch_files boolean not null default false;
alter table import add column fetch_base varchar(2000);
alter table import drop constraint import_state_check;
alter table import add constraint import_state_check
	check (state in ('ACCEPTED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'));
create index import_listing on import (created_at desc, id);

-- Orders for publications that wait for their time, and what became of them.
create table planned_publication (
	id uuid primary key,
	reason varchar(500) not null,
	actor varchar(100) not null,
	planned_for timestamptz not null,
	state varchar(16) not null check (state in ('PLANNED', 'DONE', 'CANCELLED')),
	serial bigint references publication,
	created_at timestamptz not null
);

create index planned_publication_by_time on planned_publication (planned_for desc, id);

-- Who moved an image on, and why. Rows are added and never changed.
create table image_transition (
	id bigint primary key generated always as identity,
	image_id uuid not null references image,
	transition varchar(16) not null check (transition in ('ACTIVATE', 'DEPRECATE', 'OBSOLETE', 'WITHDRAW')),
	reason varchar(500) not null,
	actor varchar(100) not null,
	happened_at timestamptz not null
);

create index image_transition_history on image_transition (image_id, happened_at);

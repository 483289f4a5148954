-- Where slots of channels lead with the next publication.
create table channel_pointer (
	channel varchar(32) not null,
	os varchar(32) not null,
	architecture varchar(16) not null,
	image_id uuid not null references image,
	primary key (channel, os, architecture)
);

-- How they came to lead there. Rows are added and never changed.
create table channel_move (
	id bigint primary key generated always as identity,
	channel varchar(32) not null,
	os varchar(32) not null,
	architecture varchar(16) not null,
	from_image_id uuid,
	to_image_id uuid,
	reason varchar(500) not null,
	actor varchar(100) not null,
	moved_at timestamptz not null
);

create index channel_move_history on channel_move (channel, id desc);

-- Where they lead in the live publication.
create table published_channel (
	channel varchar(32) not null,
	os varchar(32) not null,
	architecture varchar(16) not null,
	image_id uuid not null,
	image_name varchar(64) not null,
	since bigint not null references publication,
	primary key (channel, os, architecture)
);

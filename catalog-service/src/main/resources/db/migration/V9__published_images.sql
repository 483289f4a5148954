-- What outsiders see of images: a copy, since the images themselves go on to change.
drop view published_image;

create table published_image (
	id uuid primary key,
	name varchar(64) not null,
	os varchar(32) not null,
	architecture varchar(16) not null,
	version varchar(64) not null,
	description varchar(500) not null,
	hypervisors varchar(16)[] not null,
	virtualization_type varchar(16) not null,
	single_kernel boolean not null,
	recipe varchar(64) not null,
	contact varchar(254) not null,
	login_user varchar(32),
	min_size varchar(64),
	notes varchar(2000),
	verifications jsonb not null,
	labels jsonb not null,
	state varchar(16) not null,
	released_at timestamptz not null,
	stamp varchar(9) not null,
	successor varchar(64),
	deprecated_at timestamptz,
	obsoleted_at timestamptz,
	withdrawn_at timestamptz,
	artifact_upload_id uuid not null,
	artifact_key varchar(300) not null,
	artifact_size bigint not null,
	artifact_sha256 varchar(64) not null,
	artifact_md5 varchar(32) not null,
	url varchar(400) not null,
	since bigint not null,
	created_at timestamptz not null,
	updated_at timestamptz not null
);

create index published_image_listing on published_image (released_at desc, name);

-- Until now images did not change once they were published, so that their rows are what was published.
insert into published_image (id, name, os, architecture, version, description, hypervisors, virtualization_type,
	single_kernel, recipe, contact, login_user, verifications, labels, state, released_at, stamp, artifact_upload_id,
	artifact_key, artifact_size, artifact_sha256, artifact_md5, url, since, created_at, updated_at)
select image.id, name, os, architecture, version, description, hypervisors, virtualization_type,
	single_kernel, recipe, contact, login_user, verifications, labels, 'ACTIVE', released_at, stamp, artifact_upload_id,
	artifact_key, artifact_size, artifact_sha256, artifact_md5,
	(select found ->> 'url' from jsonb_array_elements(publication.snapshot::jsonb -> 'images') found
		where found ->> 'id' = image.id::text),
	publication.serial, image.created_at, publication.published_at
from publication
join publication_image entry using (serial)
join image on image.id = entry.image_id
where publication.state = 'LIVE';

-- Snapshots tell which images a publication has.
drop table publication_image;

-- How often the cloud did not find what shall be taken back; new things are not found at first either.
alter table launch_resource add column empty_lookups integer not null default 0;

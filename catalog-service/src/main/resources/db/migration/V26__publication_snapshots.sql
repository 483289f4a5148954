-- What a publication offers is large and read by few; its row is read and written at every step.
create table publication_snapshot (
	serial bigint primary key references publication,
	content text not null
);

insert into publication_snapshot (serial, content)
select serial, snapshot from publication where removed_at is null;

alter table publication drop column snapshot;

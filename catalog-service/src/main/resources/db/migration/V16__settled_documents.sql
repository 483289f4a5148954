-- The documents of settled publications are in the store; rows keep their names, by which they are removed there.
alter table publication_document alter column content drop not null;
update publication_document document set content = null from publication
	where publication.serial = document.serial and publication.state in ('ABANDONED', 'SUPERSEDED');

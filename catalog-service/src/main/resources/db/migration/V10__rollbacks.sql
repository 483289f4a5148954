-- Whose content a publication has that takes the catalog back, and what of that was withdrawn since.
alter table publication add column rollback_of bigint references publication;
alter table publication add column left_out varchar(64)[] not null default '{}';
-- A reason may tell that something was withdrawn, and why.
alter table publication alter column reason type varchar(520);

-- What names the file whose first bytes an upload has, so that only the rest of the same is added.
alter table download add column validator varchar(1000);

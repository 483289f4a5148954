-- What keeps publications from going on.
alter table publication add column attempts integer not null default 0;
alter table publication add column waiting_for varchar(16) check (waiting_for in ('STORE', 'GATEWAYS'));
alter table publication add column last_failure varchar(1000);

-- How often the process died while the import was under way.
alter table import add column broken_off integer not null default 0;

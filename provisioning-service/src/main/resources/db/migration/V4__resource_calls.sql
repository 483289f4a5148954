-- How often something was about to be asked for; of what is there already, the first time may be over.
alter table launch_resource add column calls integer not null default 1;

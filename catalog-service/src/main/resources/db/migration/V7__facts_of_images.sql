-- What users ask for before they start an image.
alter table image add column min_size varchar(64);
alter table image add column notes varchar(2000);
alter table image add column verifications jsonb not null default '[]';
alter table image add column labels jsonb not null default '{}';

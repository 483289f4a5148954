-- When the content of old publications goes or went, and who wants to keep one for good.
alter table publication add column removal_at timestamptz;
alter table publication add column removed_at timestamptz;
alter table publication add column kept_by varchar(100);

create index publication_removal on publication (removal_at) where removed_at is null;
create index publication_unmarked on publication (created_at) where removal_at is null;
create index publication_went_live on publication (serial desc) where published_at is not null;

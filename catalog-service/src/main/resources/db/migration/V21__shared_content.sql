-- Images of the same content share one object. It goes when none of them names it any more.
alter table image drop constraint image_artifact_upload_id_key;
alter table image drop constraint image_artifact_key_key;
create index image_artifact_upload on image (artifact_upload_id) where artifact_upload_id is not null;
create index image_artifact_key on image (artifact_key) where artifact_key is not null;
create index image_content on image (artifact_sha256, artifact_size) where artifact_sha256 is not null;

-- The upload whose object the image got in the place of the one that this upload brought.
alter table upload add column kept_as uuid;

-- Whether a withdrawal is meant for all images of the same content.
alter table planned_transition add column with_shared boolean not null default false;

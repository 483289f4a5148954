-- Lists need the number of images, not the images.
alter table publication add column image_count integer;
update publication set image_count = jsonb_array_length(snapshot::jsonb -> 'images');
alter table publication alter column image_count set not null;

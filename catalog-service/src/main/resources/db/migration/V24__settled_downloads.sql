-- When files came to their end, and the uploads that they arrive by.
alter table download add column settled_at timestamptz;
alter table download add column upload_id uuid unique;

-- Remains that were removed are removed once more before they are forgotten.
alter table upload drop constraint upload_state_check;
alter table upload add constraint upload_state_check check (state in ('RUNNING', 'BOUND', 'ORPHANED', 'SWEPT'));

update image set min_size = 'm1.small', notes = 'slow', labels = '{"team":"a"}', verifications = '[{"result":"passed"}]'
where name = 'old-debian-1';

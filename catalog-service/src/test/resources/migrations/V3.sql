update upload set state = 'SWEPT' where state = 'ORPHANED';

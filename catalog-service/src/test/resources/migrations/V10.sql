update publication set rollback_of = 1, left_out = '{gone}' where serial = 4;

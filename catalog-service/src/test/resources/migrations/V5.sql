update import set broken_off = 2;

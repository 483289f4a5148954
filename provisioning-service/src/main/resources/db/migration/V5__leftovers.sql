-- Few things are ever left in clouds; they are counted every few seconds.
create index launch_resource_left on launch_resource (launch_id) where state in ('LEFT', 'UNKNOWN');

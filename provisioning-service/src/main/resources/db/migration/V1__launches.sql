create table launch (
  id uuid primary key,
  version bigint not null,
  owner text not null,
  idempotency_key text,
  request text not null,
  request_hash text not null,
  cloud text not null,
  image text not null,
  state text not null,
  state_since timestamptz not null,
  failures integer not null,
  last_trouble text,
  family text,
  user_data bytea,
  key_name text,
  group_id text,
  failure_code text,
  failure_message text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint launch_once_per_key unique (owner, idempotency_key)
);

create index launch_by_age on launch (created_at desc, id);
create index launch_by_owner on launch (owner, created_at desc, id);
create index launch_by_state on launch (state);

create table launch_step (
  launch_id uuid not null references launch (id),
  position integer not null,
  name text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  detail text,
  primary key (launch_id, position)
);

-- One row for each client token. What is sent with a token stands here before it is sent, and never changes.
create table launch_attempt (
  launch_id uuid not null references launch (id),
  position integer not null,
  client_token text not null unique,
  request text not null,
  request_hash text not null,
  intended_at timestamptz not null,
  status text not null,
  calls integer not null,
  last_call_at timestamptz,
  empty_lookups integer not null,
  reservation_id text,
  primary key (launch_id, position)
);

create table launch_instance (
  launch_id uuid not null references launch (id),
  position integer not null,
  instance_id text not null,
  state text not null,
  public_ip text,
  private_ip text,
  reason text,
  primary key (launch_id, position)
);

create index launch_instance_by_id on launch_instance (instance_id);

-- What a launch made in its cloud, written down before it is made.
create table launch_resource (
  launch_id uuid not null references launch (id),
  position integer not null,
  kind text not null,
  name text not null,
  cloud_id text,
  state text not null,
  detail text,
  primary key (launch_id, position)
);

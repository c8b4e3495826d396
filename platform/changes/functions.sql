-- The functions behind record(): applied after the migrations at every start, so each statement replaces itself.

create or replace function audit_hash(
  previous text, chain text, seq bigint, at timestamptz, actor uuid, actor_kind text, door text, event text,
  subject_type text, subject uuid, facts jsonb
) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    previous, chain, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), actor, actor_kind, door, event,
    subject_type, subject, facts)::text, 'UTF8')), 'hex')
$$;

-- Appends to a chain of the audit trail and to the outbox. The head's row lock orders the writers of one chain.
create or replace function record_change(
  in_chain text, in_at timestamptz, in_actor uuid, in_actor_kind text, in_door text, in_event text,
  in_subject_type text, in_subject uuid, in_payload jsonb
) returns void language plpgsql as $$
declare
  head audit_heads;
  entry_hash text;
begin
  insert into audit_heads (chain) values (in_chain) on conflict do nothing;
  select * into head from audit_heads where chain = in_chain for update;
  entry_hash := audit_hash(head.hash, in_chain, head.seq + 1, in_at, in_actor, in_actor_kind, in_door, in_event,
    in_subject_type, in_subject, in_payload);
  insert into audit_entries
    (chain, seq, at, actor, actor_kind, door, event, subject_type, subject, facts, previous_hash, hash)
  values
    (in_chain, head.seq + 1, in_at, in_actor, in_actor_kind, in_door, in_event, in_subject_type, in_subject,
     in_payload, head.hash, entry_hash);
  update audit_heads set seq = head.seq + 1, hash = entry_hash where chain = in_chain;
  insert into outbox_events (at, actor, name, subject, payload) values (in_at, in_actor, in_event, in_subject, in_payload);
  perform pg_notify('outbox', '');
end $$;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create or replace trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

-- An organisation that people act for has an owner. Checked when the transaction ends, so that a handing over may take
-- several steps; the lock on the organisation puts two owners who leave at once one after the other.
create or replace function memberships_keep_owner() returns trigger language plpgsql as $$
begin
  perform 1 from organisations where id = old.organisation for no key update;
  if not found
    or not exists (select 1 from memberships where organisation = old.organisation and state = 'active')
    or exists (select 1 from memberships where organisation = old.organisation and state = 'active' and role = 'owner')
  then
    return null;
  end if;
  if tg_op = 'DELETE' and not exists (select 1 from users where id = old.person) then
    -- Nobody keeps an account from being erased: whoever has kept the profile longest follows.
    update memberships set role = 'owner' where organisation = old.organisation and person = (
      select person from memberships where organisation = old.organisation and state = 'active'
      order by role = 'manager' desc, created_at, person limit 1);
    return null;
  end if;
  raise exception 'the organisation would be left without an owner'
    using errcode = 'check_violation', constraint = 'memberships_keep_owner';
end $$;

do $$
begin
  if not exists (select 1 from pg_trigger where tgname = 'memberships_keep_owner') then
    create constraint trigger memberships_keep_owner after update or delete on memberships
      deferrable initially deferred for each row
      when (old.state = 'active' and old.role = 'owner') execute function memberships_keep_owner();
  end if;
end $$;

-- Many changes at once, each as record_change() writes it: one round trip for a whole batch of an import.
create or replace function record_changes(
  in_at timestamptz, in_actor uuid, in_actor_kind text, in_door text, in_event text, in_subject_type text,
  in_changes jsonb
) returns void language plpgsql as $$
declare
  change jsonb;
begin
  for change in select jsonb_array_elements(in_changes) loop
    perform record_change(change->>'chain', in_at, in_actor, in_actor_kind, in_door, in_event, in_subject_type,
      (change->>'subject')::uuid, change->'payload');
  end loop;
end $$;

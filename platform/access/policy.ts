import type { Actor } from './actor.ts'

/** Whether an actor may do something to a row. */
export type RowRule<Row> = (actor: Actor, row: Row) => boolean

/** Whether an actor may do something that has no row yet, such as creating one. */
// biome-ignore lint/suspicious/noExplicitAny: a rule of any subject; each policy fixes it
export type OpenRule = (actor: Actor, subject: any) => boolean

export interface PolicyRules<Row> {
  /** What the rows are called in actions: `listing` gives `listing.edit`. */
  resource: string
  /** Who knows that the row exists. To everybody else, refused looks exactly like not found. */
  sees: RowRule<Row>
  actions: Record<string, RowRule<Row>>
  opens: Record<string, OpenRule>
}

export type Policy<
  Row,
  Actions extends string = string,
  Opens extends Record<string, OpenRule> = Record<string, OpenRule>,
> = {
  resource: string
  sees: RowRule<Row>
  actions: Record<Actions, RowRule<Row>>
  opens: Opens
}

/**
 * Declares who may do what to one kind of row.
 * Called twice, so that the row's type is given and the actions' names are inferred.
 */
export function policyFor<Row>() {
  return <Actions extends string, const Opens extends Record<string, OpenRule>>(rules: {
    resource: string
    sees: RowRule<Row>
    actions: Record<Actions, RowRule<Row>>
    opens: Opens
  }): Policy<Row, Actions, Opens> => rules
}

export type Effect = 'read' | 'write'

export type Verdict = 'allow' | 'sign-in' | 'scope' | 'deny' | 'hide'

/**
 * The one place where it is decided whether an actor may act.
 * @param effect what kind of scope an access token needs
 * @param action the action's name within the policy
 * @param subject the row, or what an action without a row is about
 */
export function decide<Row>(actor: Actor, effect: Effect, policy: Policy<Row>, action: string, subject: Row): Verdict {
  const onRow = policy.actions[action]
  const open = policy.opens[action]
  if (!onRow && !open) throw new Error(`The policy of ${policy.resource} knows no action "${action}"`)
  if (onRow && !policy.sees(actor, subject)) return 'hide'
  if (onRow ? !onRow(actor, subject) : !open?.(actor, subject)) return actor.kind === 'visitor' ? 'sign-in' : 'deny'
  if (actor.scopes && !actor.scopes.includes(effect)) return 'scope'
  return 'allow'
}

/** The actor's rights on one row: what an answer carries, so that no page works a right out again. */
export function rights<Row, Actions extends string>(
  policy: Policy<Row, Actions>,
  actor: Actor,
  row: Row,
): Record<Actions, boolean> {
  const entries = Object.entries<RowRule<Row>>(policy.actions)
  return Object.fromEntries(
    entries.map(([action, rule]) => [action, policy.sees(actor, row) && rule(actor, row)]),
  ) as Record<Actions, boolean>
}

import { type Provenance, provenance } from './sources.ts'

/** How the knowledge behind a listing is protected. A listing may carry several. */
export const iprStatusIds = [
  'none',
  'secret-know-how',
  'copyright',
  'design-rights',
  'trademark',
  'patent-applied',
  'patent-granted',
  'exclusive-rights',
  'other',
] as const
export type IprStatus = (typeof iprStatusIds)[number]

const partnering = provenance('european-partnering-profiles', 'unverified')

export const iprStatuses: Readonly<Record<IprStatus, Provenance>> = {
  none: partnering,
  'secret-know-how': partnering,
  copyright: partnering,
  'design-rights': partnering,
  trademark: partnering,
  'patent-applied': partnering,
  'patent-granted': partnering,
  'exclusive-rights': partnering,
  other: partnering,
}

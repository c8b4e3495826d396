import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Status, type Tone } from '#ui/badge.tsx'
import type { importStates, importView } from '../schema.ts'

export type Import = z.infer<typeof importView>
type State = (typeof importStates)[number]

const tones: Record<State, Tone> = {
  previewing: 'info',
  ready: 'warning',
  running: 'info',
  done: 'success',
  undoing: 'info',
  undone: 'neutral',
  failed: 'danger',
}

/** Whether work on an import goes on in the background. */
export function isBusy(state: State): boolean {
  return state === 'previewing' || state === 'running' || state === 'undoing'
}

/** How an import stands. */
export function ImportState({ state }: { state: State }) {
  const { t } = useTranslation('organisations')
  return <Status tone={tones[state]}>{t(`imports.state.${state}`)}</Status>
}

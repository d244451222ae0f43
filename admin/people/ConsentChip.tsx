import { StateChip } from '../ui/record/StateChip'

const TONES = { GIVEN: 'good', LEGAL_GROUND: 'info', MISSING: 'warning', WITHDRAWN: 'bad' } as const

/** How the consent to the service stands. */
export function ConsentChip({ value }: { value: string }) {
  return <StateChip of="ConsentState" value={value} tone={TONES[value as keyof typeof TONES]} />
}

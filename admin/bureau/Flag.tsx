import { ToneChip } from '../ui/record/StateChip'

/** A yes as a chip with its word; a no as a dash. */
export function Flag({ on, label }: { on: unknown; label: string }) {
  return on === true ? <ToneChip label={label} tone="info" /> : <>–</>
}

import { RecordsInput } from '../../ui/inputs/RecordsInput'
import type { FieldProps } from '../../ui/inputs/useFormField'

/** The volunteers who help the main one. */
export const HelpersInput = (asked: FieldProps) => <RecordsInput of="volunteers" filter={{ state: ['ACTIVE'] }} {...asked} />

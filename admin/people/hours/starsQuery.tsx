import { EnumPicker } from '../../ui/inputs/EnumPicker'
import type { QueryField } from '../../ui/list/QueryInput'

/** Asks by numbers of stars; the API takes them as numbers, the picker as words. */
export const starsQuery: QueryField = {
  source: 'stars',
  kind: 'own',
  render: (value, change, label) => <EnumPicker of="Stars" many label={label} value={Array.isArray(value) ? value.map(String) : []} onChange={picked => change(picked.length > 0 ? [picked].flat().map(Number) : undefined)} />,
}

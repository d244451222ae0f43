import { type Control, type Field, get } from 'react-hook-form'

/** What the server minds, apart: what stands under an input of the form, and the sentences of what has no input there. */
export interface Placed {
  under: Record<string, string>
  elsewhere: string[]
}

/**
 * Finds the input of each path that the server minds: the path's own or, for a part of it (`photoIds.0`), the whole's.
 * An error without an input would be shown nowhere, and would keep the form from ever being sent again.
 */
export function placeErrors(errors: Readonly<Record<string, string>>, control: Pick<Control, '_fields'>): Placed {
  const placed: Placed = { under: {}, elsewhere: [] }
  for (const [path, said] of Object.entries(errors)) {
    const input = inputOf(path, control)
    if (input) placed.under[input] ??= said
    else placed.elsewhere.push(said)
  }
  return placed
}

/** The path of the input that is on the page for a path or for what it is a part of. */
function inputOf(path: string, control: Pick<Control, '_fields'>): string | undefined {
  const parts = path.split('.')
  const paths = parts.map((_, at) => parts.slice(0, parts.length - at).join('.'))
  return paths.find(each => (get(control._fields, each) as Partial<Field> | undefined)?._f?.mount === true)
}

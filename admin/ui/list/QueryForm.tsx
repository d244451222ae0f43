import ExpandLessIcon from '@mui/icons-material/ExpandLess'
import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import { Box, Button, Paper, useMediaQuery, useTheme } from '@mui/material'
import { useListContext, useResourceContext, useStore, useTranslate } from 'ra-core'
import { type FormEvent, useEffect, useState } from 'react'
import { type QueryField, QueryInput, sourcesOf } from './QueryInput'

/** How many fields are in sight while the form is folded. */
const FOLDED = { wide: 3, narrow: 1 }

type Values = Record<string, unknown>

interface AskFormProps {
  fields: readonly QueryField[]
  /** What is asked now. */
  values: Values
  /** Asks anew; with nothing it asks as the page does by itself. */
  ask: (values: Values) => void
  /** Under what name it is remembered whether the form is unfolded. */
  name: string
}

/** The query form of the list that one is on. What is asked stands in the address. */
export function QueryForm({ fields }: { fields: readonly QueryField[] }) {
  const { filterValues, setFilters } = useListContext()
  return <AskForm fields={fields} values={filterValues as Values} ask={setFilters} name={useResourceContext() ?? ''} />
}

/** The fields that people ask by, with buttons to ask and to reset, folded to the first few. */
export function AskForm({ fields, values, ask, name }: AskFormProps) {
  const translate = useTranslate()
  const theme = useTheme()
  const wide = useMediaQuery(theme.breakpoints.up('sm'))
  const [open, setOpen] = useStore<boolean>(`list.queryOpen.${name}`, false)
  const [draft, setDraft] = useState<Values>(values)
  const asked = JSON.stringify(values)
  useEffect(() => setDraft(JSON.parse(asked) as Values), [asked])

  const own = new Set(fields.flatMap(sourcesOf))
  const few = wide ? FOLDED.wide : FOLDED.narrow
  // A field that is asked by stays in sight, or the list would be narrowed by something unseen.
  const shown = fields.filter((field, index) => open || index < few || sourcesOf(field).some(source => values[source] !== undefined))
  const others = Object.fromEntries(Object.entries(values).filter(([source]) => !own.has(source)))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    ask({ ...others, ...draft })
  }
  return (
    <Paper component="form" role="search" variant="outlined" onSubmit={submit} noValidate sx={{ p: 2, mb: 2 }} className="no-print">
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(210px, 1fr))' }, alignItems: 'start' }}>
        {shown.map(field => (
          <QueryInput key={field.source} field={field} draft={draft} change={changed => setDraft({ ...draft, ...changed })} />
        ))}
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', gridColumn: { sm: 'auto / -1' }, justifyContent: { sm: 'flex-end' }, minHeight: 40 }}>
          <Button type="submit" variant="contained">
            {translate('console.list.query')}
          </Button>
          <Button onClick={() => ask({})} variant="outlined">
            {translate('ra.action.reset')}
          </Button>
          {fields.length > few && (
            <Button onClick={() => setOpen(!open)} aria-expanded={open} endIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}>
              {translate(open ? 'console.list.fold' : 'console.list.unfold')}
            </Button>
          )}
        </Box>
      </Box>
    </Paper>
  )
}

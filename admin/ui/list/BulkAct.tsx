import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material'
import { useListContext, useRefresh, useTranslate } from 'ra-core'
import { type ReactNode, useState } from 'react'
import type { Row } from '../../data/Definition'
import { useConsole, useDefinition } from '../Console'
import { ActionDialog, type ActionValues } from '../record/ActionDialog'

interface BulkActProps {
  ids: readonly string[]
  /** The action, whose words stand under `resources.<resource>.actions.<ACTION>`; `consequence` may say `%{smart_count}`. */
  action: string
  /** One row's mutation and its variables, where the API takes them one by one. */
  request?: (row: Row, values: ActionValues) => { mutation: string; variables: Record<string, unknown> }
  /** The mutation that takes all rows in one act and answers row by row, e.g. `confirmVisits`. */
  together?: string
  children?: ReactNode
}

/** How one row fared: done, or why not. */
interface Verdict {
  id: string
  name: string
  refused: string | null
}

/** An act on the ticked rows, each answered by itself: what one row refuses stops no other. */
export function BulkAct({ ids, action, request, together, children }: BulkActProps) {
  const translate = useTranslate()
  const refresh = useRefresh()
  const definition = useDefinition()
  const { onUnselectItems } = useListContext()
  const { provider } = useConsole()
  const [asking, setAsking] = useState(false)
  const [verdicts, setVerdicts] = useState<Verdict[] | null>(null)
  const say = (part: string): string => translate(`resources.${definition.name}.actions.${action}.${part}`, { smart_count: ids.length })

  const run = async (values: ActionValues): Promise<void> => {
    const { data: rows } = await provider.getMany<Row>(definition.name, { ids: [...ids] })
    if (together) return setVerdicts(await allTogether(rows, together))
    const told: Verdict[] = []
    setVerdicts(told)
    for (const row of rows) {
      const { mutation, variables } = request!(row, values)
      const refused = await provider.act(definition.name, mutation, variables).then(() => null, (error: Error) => translate(error.message, { _: error.message }))
      told.push({ id: row.id, name: definition.text(row), refused })
      setVerdicts([...told])
    }
  }
  const allTogether = async (rows: readonly Row[], mutation: string): Promise<Verdict[]> => {
    const signature = `${mutation}(rows: [RowVersion!]!) { rows { id done reason } }`
    const answer = (await provider.act(definition.name, signature, { rows: rows.map(({ id, version }) => ({ id, version })) })) as unknown as { rows: { id: string; done: boolean; reason: string | null }[] }
    const names = new Map(rows.map(row => [row.id, definition.text(row)]))
    return answer.rows.map(({ id, done, reason }) => ({ id, name: names.get(id) ?? id, refused: done ? null : (reason ?? '') }))
  }
  const close = (): void => {
    setVerdicts(null)
    onUnselectItems()
    refresh()
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {say('name')}
      </Button>
      {asking && (
        <ActionDialog title={say('name')} consequence={translate('console.list.bulk', { smart_count: ids.length, what: say('consequence') })} confirm={say('name')} onClose={() => setAsking(false)} run={run}>
          {children}
        </ActionDialog>
      )}
      {verdicts && <Verdicts verdicts={verdicts} of={ids.length} done={say('done')} onClose={close} />}
    </>
  )
}

function Verdicts({ verdicts, of, done, onClose }: { verdicts: readonly Verdict[]; of: number; done: string; onClose: () => void }) {
  const translate = useTranslate()
  const refused = verdicts.filter(verdict => verdict.refused !== null)
  const running = verdicts.length < of
  return (
    <Dialog open aria-labelledby="verdicts-title" fullWidth>
      <DialogTitle id="verdicts-title">{`${done} ${verdicts.length - refused.length} / ${of}`}</DialogTitle>
      <DialogContent>
        {running && <LinearProgress variant="determinate" value={(verdicts.length / of) * 100} aria-label={done} />}
        {!running && refused.length === 0 && <Alert severity="success">{translate('console.list.allDone')}</Alert>}
        {refused.length > 0 && <Alert severity="warning">{translate('console.list.someRefused', { smart_count: refused.length })}</Alert>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pt: 1 }}>
          {refused.map(({ id, name, refused: why }) => (
            <Typography component="li" key={id} sx={{ py: 0.5 }}>
              <strong>{name}</strong> {why}
            </Typography>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose} disabled={running}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

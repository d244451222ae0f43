import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, FormControlLabel, Radio, RadioGroup, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useEditContext, useTranslate, useTranslateLabel } from 'ra-core'
import { useEffect, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Row } from '../../data/Definition'
import { detailsOf } from '../../data/Refusal'
import { useConsole, useDefinition } from '../Console'
import { alike } from './alike'
import type { FormValues } from './FormPage'

/** A field that both have changed, or that the other has changed alone. */
export interface Difference {
  field: string
  mine: unknown
  theirs: unknown
  /** Both changed it, differently: somebody has to choose. */
  conflict: boolean
}

/** Field by field, what the other has changed since I read the record, and where that meets my own changes. */
export function differences(read: FormValues, mine: FormValues, theirs: FormValues): Difference[] {
  return Object.keys(theirs)
    .filter(field => !['id', 'version'].includes(field) && !alike(read[field], theirs[field]) && !alike(mine[field], theirs[field]))
    .map(field => ({ field, mine: mine[field], theirs: theirs[field], conflict: !alike(read[field], mine[field]) }))
}

interface StaleDialogProps {
  error: Error
  toForm: (row: Row) => FormValues
  onSettled: () => void
}

/** Somebody saved first: shows both versions, lets one choose for each field that both have changed, and carries on from theirs. */
export function StaleDialog({ error, toForm, onSettled }: StaleDialogProps) {
  const translate = useTranslate()
  const translateLabel = useTranslateLabel()
  const { provider } = useConsole()
  const definition = useDefinition()
  const { record, refetch } = useEditContext<Row>()
  const form = useFormContext()
  const [theirs, setTheirs] = useState<FormValues | null>(null)
  const [kept, setKept] = useState<Record<string, 'mine' | 'theirs'>>({})
  const id = record?.id ?? ''
  useEffect(() => {
    void provider.getOne<Row>(definition.name, { id }).then(({ data }) => setTheirs(toForm(data)), () => onSettled())
    // Asked once for each refusal.
  }, [error])

  if (!record || !theirs) return null
  const found = differences(toForm(record), form.getValues(), theirs)
  const say = (value: unknown): string => (value === null || value === undefined || value === '' ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value))
  const carryOn = async (): Promise<void> => {
    for (const { field, conflict, theirs: value } of found) if (!conflict || kept[field] === 'theirs') form.setValue(field, value ?? null, { shouldDirty: conflict })
    await refetch()
    form.clearErrors()
    onSettled()
  }
  const { changed } = detailsOf(error)
  return (
    <Dialog open maxWidth="md" aria-labelledby="stale-title">
      <DialogTitle id="stale-title">{translate('console.stale.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate(found.some(({ conflict }) => conflict) ? 'console.stale.choose' : 'console.stale.apart')}</DialogContentText>
        {found.length === 0 && changed && changed.length > 0 && (
          <DialogContentText>{translate('console.timeline.changed', { fields: changed.map(source => translateLabel({ source, resource: definition.name })).join(' / ') })}</DialogContentText>
        )}
        <Box sx={{ overflowX: 'auto' }}>
          {found.length > 0 && (
            <Table size="small" sx={{ mt: 1 }}>
              <TableHead>
                <TableRow>
                  <TableCell>{translate('console.stale.field')}</TableCell>
                  <TableCell>{translate('console.stale.mine')}</TableCell>
                  <TableCell>{translate('console.stale.theirs')}</TableCell>
                  <TableCell>{translate('console.stale.keep')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {found.map(({ field, mine, theirs: other, conflict }) => (
                  <TableRow key={field}>
                    <TableCell component="th" scope="row">
                      {translateLabel({ source: field, resource: definition.name })}
                    </TableCell>
                    <TableCell>{say(mine)}</TableCell>
                    <TableCell>{say(other)}</TableCell>
                    <TableCell>
                      {conflict ? (
                        <RadioGroup row aria-label={translate('console.stale.keep')} value={kept[field] ?? 'mine'} onChange={(_, choice) => setKept({ ...kept, [field]: choice as 'mine' | 'theirs' })}>
                          <FormControlLabel value="mine" control={<Radio size="small" />} label={translate('console.stale.mine')} />
                          <FormControlLabel value="theirs" control={<Radio size="small" />} label={translate('console.stale.theirs')} />
                        </RadioGroup>
                      ) : (
                        translate('console.stale.theirs')
                      )}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={() => void carryOn()}>
          {translate('console.stale.carryOn')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

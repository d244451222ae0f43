import { Box, Button, Link, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAct, useAsk } from '../ui/Console'
import { clockOf, today, dayOf } from '../ui/days'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { StateChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'

/** The merges that a person was part of. */
export const PERSON_MERGES = 'query personMerges($id: ID!) { merges: personMerges(personId: $id) { total items { id version state reason doneAt undoUntil from { id name } into { id name } } } }'
/** The merges that an employer was part of. */
export const EMPLOYER_MERGES = 'query employerMerges($id: ID!) { merges: employerMerges(employerId: $id) { total items { id version state reason doneAt undoUntil from { id name } into { id name } } } }'

/** The registers whose records are merged: what asks for merges, and the acts on one. */
const REGISTERS = {
  persons: { document: PERSON_MERGES, decide: 'decideMerge', undo: 'undoMerge' },
  employers: { document: EMPLOYER_MERGES, decide: 'decideEmployerMerge', undo: 'undoEmployerMerge' },
} as const

interface Merge {
  id: string
  version: number
  state: 'REQUESTED' | 'DONE' | 'REFUSED' | 'UNDONE'
  reason: string
  doneAt: string | null
  undoUntil: string | null
  from: { id: string; name: string } | null
  into: { id: string; name: string } | null
}

type Asked = { merge: Merge; deed: 'agree' | 'refuse' | 'unmerge' }

/** Merges of a record: what waits for a second person, and what can still be undone. */
export function Merges({ of, id }: { of: keyof typeof REGISTERS; id: string }) {
  const translate = useTranslate()
  const { act } = useAct()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data, error, refetch } = useAsk<{ merges: { items: Merge[] } }>(REGISTERS[of].document, { id })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data?.merges.items.length === 0) return <EmptyState title={translate(`resources.${of}.noMerges`)} />
  const deedsOf = (merge: Merge): Asked['deed'][] => (merge.state === 'REQUESTED' ? ['agree', 'refuse'] : merge.state === 'DONE' && merge.undoUntil && dayOf(merge.undoUntil) >= today() ? ['unmerge'] : [])
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {data?.merges.items.map(merge => (
          <Box component="li" key={merge.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Box sx={{ mr: 'auto' }}>
              <Typography>
                {[merge.from, merge.into].map((record, index) => (
                  <span key={record?.id ?? index}>
                    {index === 1 && ' → '}
                    {record && (
                      <Link component={RouterLink} to={`/${of}/${record.id}/show`}>
                        {record.name}
                      </Link>
                    )}
                  </span>
                ))}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {[merge.doneAt && clockOf(merge.doneAt), merge.reason].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            <StateChip of="MergeState" value={merge.state} />
            {deedsOf(merge).map(deed => (
              <Button key={deed} size="small" variant="outlined" color={deed === 'agree' ? 'primary' : 'error'} onClick={() => setAsked({ merge, deed })}>
                {translate(`resources.${of}.actions.${deed}.name`)}
              </Button>
            ))}
          </Box>
        ))}
      </Box>
      {asked && (
        <ActionDialog
          title={`resources.${of}.actions.${asked.deed}.name`}
          consequence={`resources.${of}.actions.${asked.deed}.consequence`}
          confirm={`resources.${of}.actions.${asked.deed}.name`}
          grave={asked.deed !== 'agree'}
          onClose={() => setAsked(null)}
          run={async ({ reason }) => {
            const { id, version } = asked.merge
            if (asked.deed === 'unmerge') await act(of, REGISTERS[of].undo, { id, version, reason })
            else await act(of, REGISTERS[of].decide, { id, version, agree: asked.deed === 'agree', note: reason })
            await refetch()
          }}
        >
          <TextInput source="reason" rows={2} maxLength={200} validate={asked.deed === 'agree' ? undefined : required()} />
        </ActionDialog>
      )}
    </>
  )
}

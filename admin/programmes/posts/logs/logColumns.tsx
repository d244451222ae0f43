import { required, useTranslate } from 'ra-core'
import { useName } from '../../../bureau/programmeName'
import { useMay } from '../../../ui/Console'
import { Photos } from '../../../ui/inputs/PhotosInput'
import { TextInput } from '../../../ui/inputs/TextInput'
import type { Column } from '../../../ui/list/columns'
import { ActButton } from '../../../ui/record/ActButton'
import { ToneChip } from '../../../ui/record/StateChip'
import { PostLink } from '../PostLink'
import type { LogRow } from './Log'

/** The columns of the log, on a post's page without the post. */
export function useLogColumns({ ofPost }: { ofPost: boolean }): Column<LogRow>[] {
  const nameOf = useName()
  const may = useMay()
  return [
    { source: 'servedOn', card: 'title' },
    ...(ofPost ? [] : [{ source: 'post.title', wrap: true, render: row => <PostLink post={row.post} /> } satisfies Column<LogRow>]),
    { source: 'service', render: row => (row.item ? nameOf(row.item) : row.service) },
    { source: 'peopleServed', align: 'right' },
    { source: 'minutes', align: 'right' },
    { source: 'note', wrap: true },
    { source: 'photoIds', render: row => <Photos ids={row.photoIds} /> },
    { source: 'recordedBy.name' },
    ...(may('post.log') ? [{ source: 'voidedFor', card: 'chip', render: row => <Voiding row={row} /> } satisfies Column<LogRow>] : []),
  ]
}

/** Lets a wrong line count no more, or says why it does not. */
function Voiding({ row: { id, version, voidedFor } }: { row: LogRow }) {
  const translate = useTranslate()
  if (voidedFor) return <ToneChip label={translate('resources.postServiceLogs.voided', { reason: voidedFor })} tone="quiet" />
  return (
    <ActButton of="postServiceLogs" action="void" mutation="voidPostService" size="small" variables={({ reason }) => ({ id, version, reason })}>
      <TextInput source="reason" maxLength={200} validate={required()} />
    </ActButton>
  )
}

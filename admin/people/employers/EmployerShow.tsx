import { Alert, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk, useMay } from '../../ui/Console'
import { today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { DayInput, TextInput } from '../../ui/inputs/TextInput'
import { ActButton } from '../../ui/record/ActButton'
import { Facts } from '../../ui/record/Facts'
import { MaskedField } from '../../ui/record/MaskedField'
import { ShowPage } from '../../ui/record/ShowPage'
import { Merges } from '../Merges'
import { AlikeNow } from './AlikeNow'
import { CreditCode } from './CreditCode'
import type { EmployerRecord } from './Employer'
import { Employments } from './Employments'
import { PostsOf } from './PostsOf'

/** An employer: what it is, whom one calls there, the veterans at work, as what it was merged, and how it ended. */
export default function EmployerShow() {
  const word = useEnumWord()
  const may = useMay()
  return (
    <ShowPage<EmployerRecord>
      states="EmployerState"
      editable={row => row.state === 'ACTIVE'}
      summary={row => [
        { label: 'kind', value: word('EmployerKind', row.kind) },
        { label: 'region', value: row.region?.fullName },
        { label: 'veteranCount', value: row.veteranCount },
        { label: 'contactName', value: <MaskedField type="Employer" id={row.id} field="contactName" mask={row.contactName} may="employer.revealContact" /> },
        { label: 'contactPhone', value: <MaskedField type="Employer" id={row.id} field="contactPhone" mask={row.contactPhone} may="employer.revealContact" dial /> },
        { label: 'creditCode', value: <CreditCode of={row} reason />, wide: row.creditCodeReason !== null },
      ]}
      notice={row => <Standing row={row} />}
      actions={row =>
        row.state === 'ACTIVE' && (
          <>
            {may('employer.merge') && <MergeEmployer row={row} />}
            {may('employer.close') && <CloseEmployer row={row} />}
          </>
        )
      }
      tabs={[
        { key: 'employments', content: row => <Employments of={{ employerId: row.id }} open={row.state === 'ACTIVE'} /> },
        { key: 'posts', content: row => <PostsOf row={row} />, hidden: () => !may('post.read') },
        {
          key: 'overview',
          content: row => (
            <Facts
              items={[
                { label: 'industry', value: row.industry },
                { label: 'premises', value: row.premises },
                row.aliases.length > 0 && { label: 'aliases', value: row.aliases.join('\n') },
                row.closedOn !== null && { label: 'closedOn', value: row.closedOn },
                row.closeReason !== null && { label: 'closeReason', value: row.closeReason },
              ]}
            />
          ),
        },
        { key: 'alike', content: row => <AlikeNow row={row} />, hidden: row => row.state !== 'ACTIVE' || !may('employer.write') },
        { key: 'merges', content: row => <Merges of="employers" id={row.id} />, hidden: () => !may('employer.merge') },
      ]}
    />
  )
}

/** What one must know before reading on: it was merged, it is closed, nobody works there who could hold a post. */
function Standing({ row }: { row: EmployerRecord }) {
  const translate = useTranslate()
  if (row.mergedIntoId) {
    return (
      <Alert severity="info" sx={{ mb: 2 }}>
        {translate('resources.employers.mergedInto')}{' '}
        <Link component={RouterLink} to={`/employers/${row.mergedIntoId}/show`}>
          {translate('resources.employers.openRemaining')}
        </Link>
      </Alert>
    )
  }
  if (row.state === 'CLOSED') return <Alert severity="info" sx={{ mb: 2 }}>{translate('resources.employers.closed', { day: row.closedOn ?? '', reason: row.closeReason ?? '' })}</Alert>
  return row.veteranCount === 0 ? <Alert severity="warning" sx={{ mb: 2 }}>{translate('resources.employers.noVeteransHint')}</Alert> : null
}

function MergeEmployer({ row }: { row: EmployerRecord }) {
  return (
    <ActButton of="employers" action="merge" mutation="mergeEmployers" grave variables={(values, clientKey) => ({ input: { ...values, fromId: row.id, clientKey } })}>
      <RecordInput source="intoId" of="employers" filter={{ state: ['ACTIVE'] }} detail={other => String((other as EmployerRecord).creditCode ?? '')} validate={required()} />
      <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
    </ActButton>
  )
}

/** What hangs on an employer and ends with it. */
export const WHAT_ENDS = 'query whatEnds($id: ID!) { employments(filter: { employerId: $id, current: true }) { total } pioneerPosts(filter: { employerId: $id, state: [DRAFT, SUBMITTED, RETURNED, RECOMMENDED, SITE_CHECKED, PUBLIC_NOTICE, GRANTED, RECTIFYING] }) { total } }'

function CloseEmployer({ row: { id, version } }: { row: EmployerRecord }) {
  return (
    <ActButton of="employers" action="close" mutation="closeEmployer" grave defaults={{ closedOn: today() }} variables={({ closedOn, closeReason }) => ({ id, version, closedOn, reason: closeReason })}>
      <WhatEnds id={id} />
      <DayInput source="closedOn" max={today()} validate={required()} />
      <TextInput source="closeReason" rows={2} maxLength={200} validate={required()} />
    </ActButton>
  )
}

function WhatEnds({ id }: { id: string }) {
  const translate = useTranslate()
  const { data } = useAsk<{ employments: { total: number }; pioneerPosts: { total: number } }>(WHAT_ENDS, { id })
  return data ? <Alert severity="warning">{translate('resources.employers.whatEnds', { employments: data.employments.total, posts: data.pioneerPosts.total })}</Alert> : null
}

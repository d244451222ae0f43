import ContentCopyIcon from '@mui/icons-material/ContentCopy'
import QrCode2Icon from '@mui/icons-material/QrCode2'
import { Alert, Button, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { clockOf, spanOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { Photos } from '../../ui/inputs/PhotosInput'
import { Facts } from '../../ui/record/Facts'
import { MaskedField } from '../../ui/record/MaskedField'
import { ShowPage } from '../../ui/record/ShowPage'
import { ToneChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { nameOf } from '../people'
import { type ActivityRecord, RUNNING } from './Activity'
import { activityForms } from './activityForms'
import { MyPart } from './MyPart'
import { SignUps } from './SignUps'

/** An activity: what, where, when, who comes, and what may be done now. */
export default function ActivityShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  return (
    <ShowPage<ActivityRecord>
      states="ActivityState"
      beside={row => (
        <>
          {row.dangerous && <ToneChip label={translate('resources.activities.fields.dangerous')} tone="bad" />}
          {row.isDrill && <ToneChip label={translate('resources.activities.fields.isDrill')} tone="info" />}
        </>
      )}
      editable={row => row.mayRun && ['DRAFT', 'REJECTED'].includes(row.state)}
      actions={row => (
        <>
          {row.mayRun && RUNNING.includes(row.state) && (
            <Button component={RouterLink} to={`/activityCode/${row.id}`} variant="contained" startIcon={<QrCode2Icon />}>
              {translate('pages.activityCode.name')}
            </Button>
          )}
          <WorkflowButtons forms={activityForms(row)} />
          {may('activity.write') && row.mayRun && (
            <Button component={RouterLink} to={`/activities/create?from=${row.id}`} startIcon={<ContentCopyIcon />}>
              {translate('resources.activities.copy')}
            </Button>
          )}
        </>
      )}
      summary={row => [
        { label: 'startsAt', value: spanOf(row.startsAt, row.endsAt) },
        { label: 'place', value: [row.placeRegion?.fullName, row.place].filter(Boolean).join(' · ') },
        { label: 'team', value: row.team && (may('team.read') ? <Link component={RouterLink} to={`/teams/${row.team.id}/show`}>{row.team.name}</Link> : row.team.name) },
        { label: 'leader', value: row.leader?.person && <Leader row={row} /> },
        { label: 'counts_placed', value: translate('resources.activities.places', { placed: row.counts.placed, capacity: row.capacity }) + (row.counts.waiting ? translate('resources.activities.waiting', { smart_count: row.counts.waiting }) : '') },
        { label: 'programme', value: row.ownProgramme?.nameZh ?? word('ProgrammeCode', row.programme) },
        row.counts.confirmed > 0 && { label: 'counts_confirmed', value: translate('resources.activities.confirmed', { smart_count: row.counts.confirmed, hours: (row.counts.minutes / 60).toFixed(1) }) },
        row.riskNote !== null && { label: 'riskNote', value: row.riskNote, wide: true },
      ]}
      notice={row => (
        <>
          {row.stateReason && ['REJECTED', 'CANCELLED', 'ONGOING'].includes(row.state) && (
            <Alert severity={row.state === 'CANCELLED' ? 'error' : 'warning'} sx={{ mb: 2 }}>
              {row.stateReason}
            </Alert>
          )}
          {row.movedAt && ['PUBLISHED', 'SUBMITTED', 'APPROVED'].includes(row.state) && (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {translate('resources.activities.moved', { at: clockOf(row.movedAt), reason: row.moveReason ?? '' })}
            </Alert>
          )}
          {row.state === 'SUBMITTED' && row.needsBureau && (
            <Alert severity="info" sx={{ mb: 2 }}>
              {translate('resources.activities.bureauDecides')}
            </Alert>
          )}
          <MyPart activity={row} />
        </>
      )}
      tabs={[
        { key: 'signUps', content: row => <SignUps activity={row} />, hidden: row => !row.mayRun && !may('activity.approve') && !may('volunteer.register') },
        { key: 'overview', content: row => <Particulars row={row} /> },
        { key: 'result', content: row => <Result row={row} />, hidden: row => !['FINISHED', 'ARCHIVED'].includes(row.state) },
      ]}
    />
  )
}

/** The leader's name, and a number that one may call. */
function Leader({ row }: { row: ActivityRecord }) {
  const person = row.leader!.person!
  return (
    <>
      {nameOf(row.leader)} {person.phone && <MaskedField type="Person" id={person.id} field="phone" mask={person.phone} may="person.revealPhone" dial />}
    </>
  )
}

function Particulars({ row }: { row: ActivityRecord }) {
  const word = useEnumWord()
  const translate = useTranslate()
  const yes = (flag: boolean): string => translate(`ra.boolean.${flag}`)
  return (
    <Facts
      items={[
        { label: 'content', value: row.content, wide: true },
        { label: 'activityNo', value: row.activityNo },
        { label: 'purpose', value: word('ActivityPurpose', row.purpose) },
        { label: 'coTeamIds', value: row.coTeams.map(team => team.name).join(' / ') },
        { label: 'ages', value: row.minAge === null && row.maxAge === null ? translate('resources.activities.anyAge') : `${row.minAge ?? ''}–${row.maxAge ?? ''}` },
        { label: 'requiredSkills', value: row.requiredSkills.map(skill => word('Skill', skill)).join(' / ') },
        { label: 'requiredTraining', value: row.requiredTraining },
        { label: 'requiredQualification', value: row.requiredQualification },
        { label: 'insuranceRequired', value: yes(row.insuranceRequired || row.dangerous) },
        { label: 'chosen', value: yes(row.chosen) },
        { label: 'leastPeople', value: row.leastPeople },
        { label: 'platformId', value: row.platformId ?? row.offPlatformReason },
        { label: 'budget', value: row.budget },
      ]}
    />
  )
}

function Result({ row }: { row: ActivityRecord }) {
  return (
    <Facts
      items={[
        { label: 'summary', value: row.summary, wide: true },
        { label: 'servedCount', value: row.servedCount },
        { label: 'closedAt', value: row.closedAt ? clockOf(String(row.closedAt)) : null },
        { label: 'confirmedAt', value: row.confirmedAt ? clockOf(String(row.confirmedAt)) : null },
        { label: 'photoIds', value: row.photoIds.length > 0 ? <Photos ids={row.photoIds} /> : row.noPhotoReason, wide: true },
      ]}
    />
  )
}

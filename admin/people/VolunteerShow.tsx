import { Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { Facts } from '../ui/record/Facts'
import { MaskedField } from '../ui/record/MaskedField'
import { ShowPage } from '../ui/record/ShowPage'
import { ToneChip } from '../ui/record/StateChip'
import { WorkflowButtons } from '../ui/record/WorkflowButtons'
import { Stars } from './hours/Stars'
import { VolunteerHours } from './hours/VolunteerHours'
import { Memberships } from './Memberships'
import { NoticeLink } from './Notice'
import { PairingsOf } from './PairingsOf'
import { sealedFacts } from './personFacts'
import { RecordsOf } from './RecordsOf'
import type { VolunteerRow } from './rows'
import { volunteerForms } from './volunteerForms'
import { useHours, usePersonLine, useWords } from './words'

const LIVE = ['PENDING', 'ACTIVE', 'PAUSED']

/** A volunteer: load, team, hours, and what may be done now. */
export default function VolunteerShow() {
  const translate = useTranslate()
  const may = useMay()
  const word = useEnumWord()
  const words = useWords()
  const line = usePersonLine()
  const hours = useHours()
  return (
    <ShowPage<VolunteerRow>
      states="VolunteerState"
      beside={row => row.person.isVeteran && <ToneChip label={translate('resources.persons.fields.isVeteran')} tone="info" />}
      summary={row => [
        { label: 'volunteerNo', value: row.volunteerNo },
        { label: 'resources.persons.sexAge', value: line(row.person) },
        ...sealedFacts(row.person).filter(fact => fact.label.endsWith('phone')),
        { label: 'region', value: row.region.fullName },
        {
          label: 'team',
          value: row.team && (
            <Link component={RouterLink} to={`/teams/${row.team.id}/show`}>
              {row.team.name}
            </Link>
          ),
        },
        { label: 'load', value: `${row.load} / ${row.loadLimit}` },
        { label: 'totalMinutes', value: hours(row.totalMinutes) },
        { label: 'stars', value: <Stars count={row.stars} /> },
        row.stateReason ? { label: 'stateReason', value: row.stateReason } : null,
        row.pausedUntil ? { label: 'pausedUntil', value: row.pausedUntil } : null,
      ]}
      actions={row => <WorkflowButtons row={{ ...row, openActions: openTo(row, may) }} forms={volunteerForms(row)} />}
      tabs={[
        {
          key: 'overview',
          content: row => (
            <Facts
              items={[
                {
                  label: 'personId',
                  value: may('person.read') ? (
                    <Link component={RouterLink} to={`/persons/${row.person.id}/show`}>
                      {row.person.name}
                    </Link>
                  ) : (
                    row.person.name
                  ),
                },
                { label: 'category', value: word('VolunteerCategory', row.category) },
                { label: 'languages', value: words('Language', row.languages) },
                { label: 'skills', value: words('Skill', row.skills) },
                { label: 'sexWish', value: word('Sex', row.sexWish) },
                { label: 'screenedOn', value: row.screenedOn },
                { label: 'activeSince', value: row.activeSince },
                { label: 'availability', value: words('WeekSlot', row.availability), wide: true },
                may('volunteer.health') && { label: 'healthLimits', value: <MaskedField type="Volunteer" id={row.id} field="healthLimits" mask={row.healthLimits} may="volunteer.health" /> },
                { label: 'emergencyName', value: [row.emergencyName, row.emergencyRelation].filter(Boolean).join(' · ') },
                may('volunteer.contact') && { label: 'emergencyPhone', value: <MaskedField type="Volunteer" id={row.id} field="emergencyPhone" mask={row.emergencyPhone} may="volunteer.contact" dial /> },
                { label: 'consentVersion', value: <NoticeLink edition={row.consentVersion} /> },
                { label: 'source', value: word('VolunteerSource', row.source) },
                { label: 'consentAt', value: row.consentAt && clockOf(row.consentAt) },
                { label: 'platformNo', value: row.platformNo },
                { label: 'nationalNo', value: row.nationalNo },
              ]}
            />
          ),
        },
        { key: 'records', content: row => <RecordsOf volunteer={row} />, hidden: row => !row.insurances && !row.evaluations },
        { key: 'memberships', content: row => <Memberships of={{ volunteerId: row.id }} />, hidden: () => !may('team.read') },
        { key: 'pairings', content: row => <PairingsOf filter={{ volunteerId: row.id }} />, hidden: () => !may('pairing.read') },
        { key: 'ledger', content: row => <VolunteerHours volunteerId={row.id} /> },
      ]}
    />
  )
}

/** The workflow's open actions, with those that change no state: screening, joining and changing teams. */
function openTo(row: VolunteerRow, may: (permission: string) => boolean): string[] {
  const open = [...(row.openActions ?? [])]
  if (!LIVE.includes(row.state ?? '')) return open
  if (may('volunteer.activate')) open.push('SCREEN')
  if (may('member.request')) open.push('JOIN')
  if (row.teamId && may('member.request')) open.push('TRANSFER')
  const order = ['ACTIVATE', 'RESUME', ...(row.teamId ? [] : ['JOIN']), 'SCREEN', 'TRANSFER', 'JOIN', 'PAUSE', 'WITHDRAW', 'BLOCK', 'UNBLOCK']
  return open.sort((one, other) => order.indexOf(one) - order.indexOf(other))
}

import { Alert } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { today } from '../../../ui/days'
import { useEnumWord } from '../../../ui/enums'
import { EnumInput } from '../../../ui/inputs/EnumPicker'
import { PhotosInput } from '../../../ui/inputs/PhotosInput'
import { RowsInput } from '../../../ui/inputs/RowsInput'
import { DayInput, MoneyInput, NumberInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import { Side } from '../../pairings/VisitInputs'
import { type CaseRecord, whoOf } from '../HardshipCase'
import { InvestigatorsInput } from '../StaffInput'
import { objectionInputs } from './objection'

/** The five looks, in the order in which one walks through a home. */
export const LOOKS = ['housing', 'living', 'income', 'schoolWorkHealth', 'specialGroups'] as const

const FRESH_MEMBER = { name: '', relation: 'SPOUSE', age: null, health: '', work: '' }

/** What the household's form begins with: what was written down before. */
const householdOf = ({ household, economy }: CaseRecord) => ({
  members: (household ?? []).map(({ id, personId, name, relation, age, health, work }) => ({ id, personId, name, relation, age, health, work })),
  economy: economy ? { income: economy.income, incomeFrom: economy.incomeFrom, spending: economy.spending, medicalSpending: economy.medicalSpending, housing: economy.housing, otherAid: economy.otherAid } : { income: null, spending: null, medicalSpending: null },
})

/** From the two who go to the home to the village notice. */
export function investigateForms(row: CaseRecord): Readonly<Record<string, ActionForm>> {
  return {
    START_INVESTIGATION: { mutation: 'startInvestigation', inputs: row.region && <InvestigatorsInput source="investigatorIds" region={row.region.code} /> },
    RECORD_INVESTIGATION: {
      mutation: 'recordInvestigation',
      roomy: true,
      keyed: true,
      labels: 'investigations',
      defaults: { investigatedOn: today(), photoIds: [] },
      inputs: (
        <>
          <DayInput source="investigatedOn" max={today()} validate={required()} />
          {LOOKS.map(look => (
            <TextInput key={look} source={look} rows={2} maxLength={500} validate={required()} helperText={`resources.investigations.hints.${look}`} />
          ))}
          <TextInput source="findings" rows={3} maxLength={1000} validate={required()} helperText="resources.investigations.hints.findings" />
          <PhotosInput source="photoIds" helperText="resources.investigations.hints.photos" />
        </>
      ),
    },
    WRITE_HOUSEHOLD: { mutation: 'writeHousehold', roomy: true, keyed: true, labels: 'households', defaults: householdOf(row), inputs: <HouseholdInputs /> },
    PUBLISH_NOTICE: {
      mutation: 'publishNotice',
      keyed: true,
      defaults: { from: today(), days: row.policy?.noticeDays ?? null, place: row.region ? row.region.name : '' },
      inputs: (
        <>
          <NoticeShown row={row} />
          <Side>
            <DayInput source="from" label="resources.hardshipCases.fields.noticeFrom" validate={required()} />
            <NumberInput source="days" label="resources.hardshipCases.fields.noticeDays" min={row.policy?.noticeDays ?? 1} max={60} />
          </Side>
          <TextInput source="place" label="resources.hardshipCases.fields.noticePlace" maxLength={100} validate={required()} />
        </>
      ),
    },
    SKIP_NOTICE: { mutation: 'skipNotice', inputs: <TextInput source="text" label="resources.hardshipCases.fields.noticeSkippedFor" rows={3} maxLength={1000} validate={required()} autoFocus /> },
    OBJECT_TO_NOTICE: { mutation: 'objectToNotice', keyed: true, labels: 'objections', defaults: { receivedOn: today() }, inputs: objectionInputs },
  }
}

function HouseholdInputs() {
  return (
    <>
      <RowsInput source="members" add="resources.households.addMember" fresh={FRESH_MEMBER}>
        {of => (
          <>
            <TextInput source={of('name')} label="resources.households.fields.name" maxLength={50} validate={required()} />
            <EnumInput source={of('relation')} label="resources.households.fields.relation" of="MemberRelation" validate={required()} />
            <NumberInput source={of('age')} label="resources.households.fields.age" min={0} max={130} />
            <TextInput source={of('health')} label="resources.households.fields.health" maxLength={200} />
            <TextInput source={of('work')} label="resources.households.fields.work" maxLength={200} />
          </>
        )}
      </RowsInput>
      <Side>
        <MoneyInput source="economy.income" label="resources.households.fields.income" validate={required()} />
        <MoneyInput source="economy.spending" label="resources.households.fields.spending" validate={required()} />
      </Side>
      <MoneyInput source="economy.medicalSpending" label="resources.households.fields.medicalSpending" />
      <TextInput source="economy.incomeFrom" label="resources.households.fields.incomeFrom" maxLength={300} />
      <TextInput source="economy.housing" label="resources.households.fields.housing" maxLength={300} />
      <TextInput source="economy.otherAid" label="resources.households.fields.otherAid" rows={2} maxLength={1000} helperText="resources.households.otherAidHint" />
    </>
  )
}

/** What the village will read, and nothing else. */
function NoticeShown({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  return <Alert severity="info">{translate('resources.hardshipCases.noticeShows', { name: whoOf(row), kinds: row.kinds.map(kind => word('HardshipKind', kind)).join(' / ') })}</Alert>
}

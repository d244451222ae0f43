import { required, useTranslate } from 'ra-core'
import { addDays, instantOf, timeOf, today } from '../../ui/days'
import { ClockInput } from '../../ui/inputs/ClockInput'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { DayInput, NumberInput, TextInput } from '../../ui/inputs/TextInput'
import type { ActionForm } from '../../ui/record/WorkflowButtons'
import type { ServiceRecordRow } from './rows'

/** When it was: the day, and start, end and break where they are known; else how long. The same for entering and for correcting. */
export function WhenInputs() {
  const translate = useTranslate()
  return (
    <>
      <DayInput source="servedOn" max={today()} validate={required()} />
      <ClockInput source="startedAt" label="resources.serviceRecords.start" />
      <ClockInput source="endedAt" />
      <NumberInput source="breakMinutes" min={0} max={720} />
      <NumberInput source="minutes" label="resources.serviceRecords.minutes" min={1} max={1440} helperText={translate('resources.serviceRecords.minutesHint')} />
    </>
  )
}

/** The times of a form as instants of its day; an end before the start is of the next day. The minutes are the server's to compute where both are known. */
export function timesOf(values: Record<string, unknown>): Record<string, unknown> {
  const { servedOn, startedAt, endedAt, minutes } = values as { servedOn: string; startedAt?: string | null; endedAt?: string | null; minutes?: number | null }
  const overnight = Boolean(startedAt && endedAt && endedAt < startedAt)
  return {
    startedAt: startedAt ? instantOf(servedOn, startedAt) : null,
    endedAt: endedAt ? instantOf(overnight ? addDays(servedOn, 1) : servedOn, endedAt) : null,
    minutes: startedAt && endedAt ? undefined : minutes,
  }
}

/** What each action on a line asks for. */
export const serviceForms = (row: ServiceRecordRow): Record<string, ActionForm> => ({
  CORRECT: {
    mutation: 'correctServiceRecord',
    defaults: { servedOn: row.servedOn, startedAt: row.startedAt && timeOf(row.startedAt), endedAt: row.endedAt && timeOf(row.endedAt), breakMinutes: row.breakMinutes, minutes: row.startedAt && row.endedAt ? null : row.minutes, programmeCode: row.programmeCode, drill: row.drill, content: row.content },
    inputs: (
      <>
        <WhenInputs />
        <EnumInput source="programmeCode" of="ProgrammeCode" validate={required()} />
        <TextInput source="content" maxLength={120} />
        <FlagInput source="drill" />
        <TextInput source="note" rows={2} maxLength={300} />
        <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
      </>
    ),
    variables: (values, { id, version }, clientKey) => ({ id, version, input: { ...values, ...timesOf(values), note: values.note || undefined, clientKey } }),
  },
  VOID: { mutation: 'voidServiceRecord', inputs: <TextInput source="reason" rows={2} maxLength={200} validate={required()} />, grave: true },
  EVALUATE: {
    mutation: 'evaluateService',
    defaults: { rating: row.rating, ratingNote: row.ratingNote },
    inputs: (
      <>
        <NumberInput source="rating" min={1} max={5} validate={required()} />
        <TextInput source="ratingNote" rows={2} maxLength={300} />
      </>
    ),
  },
  OBJECT: {
    mutation: 'objectToServiceRecord',
    inputs: <TextInput source="text" rows={3} maxLength={300} validate={required()} />,
    variables: ({ text }, { id }, clientKey) => ({ input: { recordId: id, text, clientKey } }),
  },
})

import { required } from 'ra-core'
import { useMay } from '../../../ui/Console'
import { today } from '../../../ui/days'
import { ChoiceInput } from '../../../ui/inputs/FlagInput'
import { PhotosInput } from '../../../ui/inputs/PhotosInput'
import { DayInput, NumberInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionValues } from '../../../ui/record/ActionDialog'
import { Side } from '../../pairings/VisitInputs'
import { usePostServices } from '../usePostServices'

/** What a post did on a day: what, for how many, how long, with photos. What it offers stands first, and in reach of a thumb. */
export function LogInputs({ since, services }: { since: string | null; services: readonly string[] }) {
  const may = useMay()
  const offered = usePostServices().services.map(({ code, name }) => ({ value: code, label: name }))
  const first = offered.filter(({ value }) => services.includes(value))
  return (
    <>
      <DayInput source="servedOn" min={since ?? undefined} max={today()} validate={required()} />
      <ChoiceInput source="service" choices={first.length > 0 ? first : offered} validate={required()} />
      <Side>
        <NumberInput source="peopleServed" min={1} max={10000} validate={required()} />
        <NumberInput source="minutes" min={1} max={28800} step={5} validate={required()} helperText="resources.postServiceLogs.minutesHint" />
      </Side>
      {may('file.upload') && <PhotosInput source="photoIds" />}
      <TextInput source="note" rows={2} maxLength={500} helperText="resources.postServiceLogs.noteHint" />
    </>
  )
}

/** A post with one service needs no choice. */
export const logDefaults = (services: readonly string[]): ActionValues => ({ servedOn: today(), service: services.length === 1 ? services[0] : null, photoIds: [], note: '' })

/** The input of `logPostService`. */
export const logInput = ({ photoIds, note, ...values }: ActionValues, postId: string, clientKey: string): Record<string, unknown> => ({ ...values, note: note || null, photoIds: photoIds ?? [], postId, clientKey })

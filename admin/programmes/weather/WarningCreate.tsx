import { required } from 'ra-core'
import { ChoiceInput } from '../../ui/inputs/FlagInput'
import { MomentInput } from '../../ui/inputs/MomentInput'
import { RegionsInput } from '../../ui/inputs/RegionsInput'
import { TextInput } from '../../ui/inputs/TextInput'
import { Wide } from '../../ui/record/FormBody'
import { CreatePage } from '../../ui/record/FormPage'
import { useMe } from '../../ui/Console'

const DAY_MS = 86_400_000

/** Gives a warning; by default from now for a day, for all that one looks after. */
export default function WarningCreate() {
  const me = useMe()
  const own = me?.reach.regionCode
  const now = new Date(Math.floor(Date.now() / 60_000) * 60_000)
  return (
    <CreatePage keyed defaults={{ kind: 'BLIZZARD', level: 'YELLOW', regionCodes: own ? [own] : [], startsAt: now.toISOString(), endsAt: new Date(now.getTime() + DAY_MS).toISOString(), text: '' }}>
      <ChoiceInput source="kind" of="WeatherKind" />
      <ChoiceInput source="level" of="WeatherLevel" />
      <MomentInput source="startsAt" validate={required()} />
      <MomentInput source="endsAt" validate={required()} />
      <Wide>
        <RegionsInput source="regionCodes" validate={required()} />
      </Wide>
      <Wide>
        <TextInput source="text" rows={3} maxLength={500} validate={required()} />
      </Wide>
    </CreatePage>
  )
}

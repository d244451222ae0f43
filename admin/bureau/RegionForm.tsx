import { FlagInput } from '../ui/inputs/FlagInput'
import { TextInput } from '../ui/inputs/TextInput'
import { EditPage } from '../ui/record/FormPage'
import { Wide } from '../ui/record/FormBody'

/** What the plan asks of a division, and how else it is written. */
export default function RegionForm() {
  return (
    <EditPage toForm={row => ({ needsSquad: row.needsSquad, hasStation: row.hasStation, aliases: row.aliases })}>
      <FlagInput source="needsSquad" />
      <FlagInput source="hasStation" />
      <Wide>
        <TextInput source="aliases" maxLength={200} />
      </Wide>
    </EditPage>
  )
}

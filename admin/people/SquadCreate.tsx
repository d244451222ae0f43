import { required } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { useSearchParams } from 'react-router-dom'
import { RecordInput } from '../ui/inputs/RecordPicker'
import { RecordsInput } from '../ui/inputs/RecordsInput'
import { RegionInput } from '../ui/inputs/RegionInput'
import { TextInput } from '../ui/inputs/TextInput'
import { Wide } from '../ui/record/FormBody'
import { CreatePage } from '../ui/record/FormPage'

/** A village proposes a squad of its own. */
export default function SquadCreate() {
  const region = useSearchParams()[0].get('region')
  return (
    <CreatePage keyed defaults={{ regionCode: region, memberIds: [] }}>
      <RegionInput source="regionCode" levels={['VILLAGE']} validate={required()} />
      <TextInput source="name" maxLength={80} validate={required()} />
      <People />
      <Wide>
        <TextInput source="reason" rows={3} maxLength={500} />
      </Wide>
    </CreatePage>
  )
}

/** Who is to lead and who is to join, from the village first. */
function People() {
  const region = useWatch({ name: 'regionCode' }) as string | null
  const active = { state: ['ACTIVE'], ...(region && { region }) }
  return (
    <>
      <RecordInput source="leaderId" of="volunteers" filter={{ ...active, isVeteran: true }} detail={row => String(row.volunteerNo ?? '')} validate={required()} />
      <RecordsInput source="memberIds" of="volunteers" filter={active} detail={row => String(row.volunteerNo ?? '')} />
    </>
  )
}

import { CreatePage } from '../ui/record/FormPage'
import { StationFields } from './StationFields'

/** Registers a station. */
export default function StationCreate() {
  return (
    <CreatePage keyed defaults={{ kind: 'STATION' }}>
      <StationFields />
    </CreatePage>
  )
}

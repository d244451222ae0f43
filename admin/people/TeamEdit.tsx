import { useParams } from 'react-router-dom'
import { EditPage } from '../ui/record/FormPage'
import { TeamFields } from './TeamFields'

/** Changes a team's name, leader, parent or minimum. */
export default function TeamEdit() {
  const { id = '' } = useParams()
  return (
    <EditPage toForm={({ name, parentId, stationId, leaderId, deputyIds, memberMin, minBasis, foundedOn }) => ({ name, parentId, stationId, leaderId, deputyIds, memberMin, minBasis, foundedOn })}>
      <TeamFields teamId={decodeURIComponent(id)} />
    </EditPage>
  )
}

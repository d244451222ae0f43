import type { Row } from '../../data/Definition'
import { EditPage } from '../../ui/record/FormPage'
import type { ActivityRecord } from './Activity'
import { ActivityFields } from './ActivityFields'
import { formOf } from './activityInput'

/** Changes a plan that nobody has approved yet. */
export default function ActivityEdit() {
  return (
    <EditPage toForm={(row: Row) => formOf(row as ActivityRecord)}>
      <ActivityFields />
    </EditPage>
  )
}

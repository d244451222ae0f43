import { useParams } from 'react-router-dom'
import { EditPage } from '../../ui/record/FormPage'
import type { EmployerRow } from './Employer'
import { changedEmployerInput, EmployerFields } from './EmployerFields'

/** Corrects what is known of an employer. */
export default function EmployerEdit() {
  const { id } = useParams()
  return (
    <EditPage
      toForm={row => {
        const { name, kind, creditCode, creditCodeReason, industryCode, premises, region } = row as EmployerRow
        return { name, kind, creditCode, creditCodeReason, industryCode, premises, regionCode: region?.code }
      }}
      toInput={changedEmployerInput}
    >
      <EmployerFields sealed exceptId={id} />
    </EditPage>
  )
}

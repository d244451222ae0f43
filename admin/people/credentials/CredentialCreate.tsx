import { CreatePage } from '../../ui/record/FormPage'
import { CredentialFields } from './CredentialFields'

/** Puts a course or a certificate into the catalogue. */
export default function CredentialCreate() {
  return (
    <CreatePage keyed defaults={{ kind: 'TRAINING' }}>
      <CredentialFields fresh />
    </CreatePage>
  )
}

import { EditPage } from '../ui/record/FormPage'
import { ApiKeyFields, toApiKeyInput } from './ApiKeyFields'

/** Changes what a key may ask, from where and how often. */
export default function ApiKeyEdit() {
  return (
    <EditPage toForm={row => ({ ...row, origins: (row.origins as string[]).join('\n') })} toInput={toApiKeyInput}>
      <ApiKeyFields />
    </EditPage>
  )
}

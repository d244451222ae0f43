import { required, useTranslate } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { useSearchParams } from 'react-router-dom'
import { useAsk, useMe } from '../../ui/Console'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { Facts } from '../../ui/record/Facts'
import { FormPart, Wide } from '../../ui/record/FormBody'
import { CreatePage } from '../../ui/record/FormPage'
import { Waiting } from '../../ui/views/Waiting'
import { HoldersInput } from './HoldersInput'
import { PostInputs, postDefaults } from './PostInputs'

/** The employers within reach; whoever acts for one has that one alone. */
export const MY_EMPLOYER = 'query myEmployer { employers(filter: { state: [ACTIVE] }, page: { size: 1 }) { items { id name } } }'

/** An employer's contact, or the station for it, applies for a post. */
export default function PostCreate() {
  const [search] = useSearchParams()
  const own = useMe()?.reach.kind === 'self'
  const { data } = useAsk<{ employers: { items: { id: string; name: string }[] } }>(MY_EMPLOYER, {}, { enabled: own })
  if (own && !data) return <Waiting />
  const employerId = search.get('employerId') ?? data?.employers.items[0]?.id ?? null
  return (
    <CreatePage keyed defaults={{ ...postDefaults(), employerId, holders: [], submit: true }}>
      <Wide>
        {own ? <Facts items={[{ label: 'employer', value: data?.employers.items[0]?.name }]} /> : <RecordInput source="employerId" of="employers" filter={{ state: ['ACTIVE'] }} detail={row => (row.region as { fullName?: string } | null)?.fullName ?? ''} validate={required()} />}
      </Wide>
      <PostInputs />
      <FormPart title="resources.pioneerPosts.parts.holders">
        <Holders />
      </FormPart>
      <Wide>
        <FlagInput source="submit" helperText="resources.pioneerPosts.submitHint" />
      </Wide>
    </CreatePage>
  )
}

/** Who is at the post, once it is known whose it is. */
function Holders() {
  const translate = useTranslate()
  const employerId = useWatch({ name: 'employerId' }) as string | null
  return <Wide>{employerId ? <HoldersInput key={employerId} source="holders" employerId={employerId} helperText="resources.pioneerPosts.holdersHint" /> : translate('resources.pioneerPosts.employerFirst')}</Wide>
}

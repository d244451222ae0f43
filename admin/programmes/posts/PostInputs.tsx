import { required } from 'ra-core'
import { ChoiceInput, TicksInput } from '../../ui/inputs/FlagInput'
import { TextInput } from '../../ui/inputs/TextInput'
import type { ActionValues } from '../../ui/record/ActionDialog'
import { FormPart, Wide } from '../../ui/record/FormBody'
import type { PostRecord } from './Post'
import { usePostServices } from './usePostServices'

/** What is asked of a post: where it is, what it offers and when, what it promises. Under the plaque title and place stay. */
export function PostInputs({ hanging = false }: { hanging?: boolean }) {
  const { services } = usePostServices()
  return (
    <>
      {!hanging && (
        <FormPart title="resources.pioneerPosts.parts.place">
          <TextInput source="title" maxLength={80} validate={required()} helperText="resources.pioneerPosts.titleHint" />
          <TextInput source="place" maxLength={120} validate={required()} helperText="resources.pioneerPosts.placeHint" />
          <Wide>
            <ChoiceInput source="placeKind" of="PostPlaceKind" validate={required()} />
          </Wide>
        </FormPart>
      )}
      <FormPart title="resources.pioneerPosts.parts.service">
        <Wide>
          <TicksInput source="services" choices={services.map(({ code, name }) => ({ value: code, label: name }))} validate={required()} />
        </Wide>
        <TextInput source="openingHours" maxLength={120} helperText="resources.pioneerPosts.hoursHint" />
        <TextInput source="serviceNote" rows={2} maxLength={500} helperText="resources.pioneerPosts.serviceHint" />
      </FormPart>
      <FormPart title="resources.pioneerPosts.parts.promises">
        <Wide>
          <TicksInput source="promises" of="PostPromise" helperText="resources.pioneerPosts.promisesHint" />
        </Wide>
        <Wide>
          <TextInput source="pledge" rows={3} maxLength={500} helperText="resources.pioneerPosts.pledgeHint" />
        </Wide>
      </FormPart>
    </>
  )
}

/** What the form begins with. */
export const postDefaults = (row?: PostRecord): ActionValues => ({
  ...(row && { title: row.title, placeKind: row.placeKind, place: row.place }),
  ...(!row && { placeKind: 'WINDOW' }),
  services: row?.services ?? [],
  serviceNote: row?.serviceNote ?? '',
  openingHours: row?.openingHours ?? '',
  promises: row?.promises ?? [],
  pledge: row?.pledge ?? '',
})

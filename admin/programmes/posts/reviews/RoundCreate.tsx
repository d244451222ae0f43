import { Alert } from '@mui/material'
import { maxValue, minValue, required, useTranslate } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { useAsk, useMe } from '../../../ui/Console'
import { addDays, today } from '../../../ui/days'
import { RegionInput } from '../../../ui/inputs/RegionInput'
import { DayInput, NumberInput } from '../../../ui/inputs/TextInput'
import { Wide } from '../../../ui/record/FormBody'
import { CreatePage } from '../../../ui/record/FormPage'
import { ReviewersInput } from '../forms/CheckerInput'

/** A month is enough to look at every post. */
const DAYS = 30

/** Opens the year's reviews of every post of a division that is due. */
export default function RoundCreate() {
  const me = useMe()
  const year = Number(today().slice(0, 4))
  return (
    <CreatePage keyed defaults={{ year, dueOn: addDays(today(), DAYS), regionCode: me?.account.regionCode ?? null, reviewerIds: [] }}>
      <RegionInput source="regionCode" levels={['BANNER', 'TOWNSHIP']} validate={required()} />
      <NumberInput source="year" min={2022} max={year + 1} validate={[required(), minValue(2022), maxValue(2200)]} />
      <DayInput source="dueOn" min={today()} validate={required()} helperText="resources.reviewRounds.dueHint" />
      <Wide>
        <Reviewers />
      </Wide>
    </CreatePage>
  )
}

/** How many posts are under a plaque in a division. */
export const HANGING_IN = 'query hangingIn($region: RegionCode) { pioneerPosts(filter: { region: $region, state: [GRANTED, RECTIFYING] }) { total } }'

/** Among whom the reviews are shared out, once it is known where. */
function Reviewers() {
  const translate = useTranslate()
  const region = useWatch({ name: 'regionCode' }) as string | null
  const { data } = useAsk<{ pioneerPosts: { total: number } }>(HANGING_IN, { region }, { enabled: region !== null })
  if (!region) return null
  return (
    <>
      {data && (
        <Alert severity={data.pioneerPosts.total === 0 ? 'warning' : 'info'} sx={{ mb: 2 }}>
          {translate('resources.reviewRounds.willOpen', { smart_count: data.pioneerPosts.total })}
        </Alert>
      )}
      <ReviewersInput source="reviewerIds" region={region} helperText="resources.reviewRounds.reviewersHint" />
    </>
  )
}

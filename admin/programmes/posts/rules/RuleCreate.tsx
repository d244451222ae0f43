import { useQuery } from '@tanstack/react-query'
import { maxValue, minValue, required } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { useConsole } from '../../../ui/Console'
import { addDays, today } from '../../../ui/days'
import { RowsInput } from '../../../ui/inputs/RowsInput'
import { DayInput, NumberInput, TextInput } from '../../../ui/inputs/TextInput'
import { FormPart, Wide } from '../../../ui/record/FormBody'
import { CreatePage } from '../../../ui/record/FormPage'
import { ErrorPanel } from '../../../ui/views/ErrorPanel'
import { Waiting } from '../../../ui/views/Waiting'
import type { RuleRow } from './RuleList'
import { MARKS, type RuleNumber, SPANS } from './ruleNumbers'

/** Issues a new version of the rules of posts: it begins as the one before it. */
export default function RuleCreate() {
  const { provider } = useConsole()
  const [search] = useSearchParams()
  const from = search.get('from')
  const { data, error, refetch } = useQuery({
    queryKey: ['ruleFrom', from],
    gcTime: 0,
    queryFn: async () => {
      const { data: versions } = await provider.getList<RuleRow>('postRules', { filter: {}, pagination: { page: 1, perPage: 100 } })
      return versions.find(({ id }) => id === from) ?? versions[0] ?? null
    },
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Waiting />
  return (
    <CreatePage keyed defaults={data ? nextOf(data) : { siteCheck: [], review: [] }}>
      <Wide>
        <TextInput source="name" maxLength={100} validate={required()} />
      </Wide>
      <Wide>
        <TextInput source="basis" rows={2} maxLength={500} validate={required()} />
      </Wide>
      <DayInput source="validFrom" min={today()} validate={required()} helperText="resources.postRules.fromHint" />
      <Numbers title="resources.postRules.parts.marks" of={MARKS} />
      <Numbers title="resources.postRules.parts.spans" of={SPANS} />
      <Checklist source="siteCheck" />
      <Checklist source="review" />
    </CreatePage>
  )
}

const itemsOf = ({ items }: RuleRow, kind: string) => items.filter(item => item.kind === kind).map(({ nameZh, nameEn, points }) => ({ nameZh, nameEn, points }))

/** A new version begins with what the former says, from tomorrow. */
function nextOf(row: RuleRow) {
  const { id: _, validTo: __, inForce: ___, items: ____, ...values } = row
  return { ...values, siteCheck: itemsOf(row, 'SITE_CHECK'), review: itemsOf(row, 'REVIEW'), validFrom: addDays(today(), 1) }
}

function Numbers({ title, of }: { title: string; of: readonly RuleNumber[] }) {
  return (
    <FormPart title={title}>
      {of.map(({ source, unit, least, most }) => (
        <NumberInput key={source} source={source} min={least} max={most} validate={[required(), minValue(least), maxValue(most)]} helperText={`resources.postRules.unitNames.${unit}`} />
      ))}
    </FormPart>
  )
}

function Checklist({ source }: { source: 'siteCheck' | 'review' }) {
  return (
    <Wide>
      <RowsInput source={source} label={`resources.postRules.parts.${source}`} add="resources.postRules.addItem" fresh={{ nameZh: '', nameEn: '', points: 10 }} most={40}>
        {of => (
          <>
            <TextInput source={of('nameZh')} label="resources.postRules.fields.nameZh" maxLength={120} validate={required()} />
            <TextInput source={of('nameEn')} label="resources.postRules.fields.nameEn" maxLength={160} validate={required()} />
            <NumberInput source={of('points')} label="resources.postRules.fields.points" min={1} max={1000} validate={required()} />
          </>
        )}
      </RowsInput>
    </Wide>
  )
}

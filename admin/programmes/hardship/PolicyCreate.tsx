import { useQuery } from '@tanstack/react-query'
import { maxLength, maxValue, minValue, required } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { useConsole } from '../../ui/Console'
import { addDays, today } from '../../ui/days'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { TicksInput } from '../../ui/inputs/FlagInput'
import { RowsInput } from '../../ui/inputs/RowsInput'
import { DayInput, MoneyInput, NumberInput, TextInput } from '../../ui/inputs/TextInput'
import { FormPart, Wide } from '../../ui/record/FormBody'
import { CreatePage } from '../../ui/record/FormPage'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import type { PolicyRow } from './PolicyList'
import { CLOCKS, FOLLOWING, type PolicyNumber } from './policyNumbers'

/** Issues a new version of the rules of help: it begins as the one before it. */
export default function PolicyCreate() {
  const { provider } = useConsole()
  const [search] = useSearchParams()
  const from = search.get('from')
  const { data, error, refetch } = useQuery({
    queryKey: ['policyFrom', from],
    gcTime: 0,
    queryFn: async () => {
      const { data: versions } = await provider.getList<PolicyRow>('helpPolicies', { filter: {}, pagination: { page: 1, perPage: 100 } })
      return versions.find(({ id }) => id === from) ?? versions[0] ?? null
    },
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Waiting />
  return (
    <CreatePage keyed defaults={data ? nextOf(data) : { exclusions: [] }}>
      <Wide>
        <TextInput source="name" maxLength={100} validate={required()} />
      </Wide>
      <Wide>
        <TextInput source="basis" rows={2} maxLength={500} validate={[required(), maxLength(500)]} />
      </Wide>
      <DayInput source="validFrom" min={addDays(today(), 1)} validate={required()} helperText="resources.helpPolicies.fromHint" />
      <Wide>
        <TicksInput source="kinds" of="HardshipKind" validate={required()} />
      </Wide>
      <FormPart title="resources.helpPolicies.parts.amounts">
        <MoneyInput source="urgentLimit" validate={required()} />
        <MoneyInput source="secondApprovalAbove" validate={required()} />
        <MoneyInput source="mostAmount" helperText="resources.helpPolicies.mostHint" />
      </FormPart>
      <Numbers title="resources.helpPolicies.parts.clocks" of={CLOCKS} />
      <Numbers title="resources.helpPolicies.parts.following" of={FOLLOWING} />
      <Wide>
        <RowsInput source="exclusions" label="resources.helpPolicies.parts.exclusions" add="resources.helpPolicies.addExclusion" fresh={{ kind: null, basis: '', months: 24 }}>
          {of => (
            <>
              <EnumInput source={of('kind')} label="resources.helpPolicies.fields.exclusionKind" of="ExclusionKind" validate={required()} />
              <TextInput source={of('basis')} label="resources.helpPolicies.fields.exclusionBasis" maxLength={300} validate={required()} />
              <NumberInput source={of('months')} label="resources.helpPolicies.fields.exclusionMonths" min={1} max={240} validate={required()} />
            </>
          )}
        </RowsInput>
      </Wide>
    </CreatePage>
  )
}

/** A new version begins with what the former says, from tomorrow. */
const nextOf = ({ id: _, validTo: __, inForce: ___, ...values }: PolicyRow) => ({ ...values, exclusions: values.exclusions.map(({ kind, basis, months }) => ({ kind, basis, months })), validFrom: addDays(today(), 1) })

function Numbers({ title, of }: { title: string; of: readonly PolicyNumber[] }) {
  return (
    <FormPart title={title}>
      {of.map(({ source, unit, least = 1, most }) => (
        <NumberInput key={source} source={source} min={least} max={most} validate={[required(), minValue(least), maxValue(most)]} helperText={`resources.helpPolicies.unitNames.${unit}`} />
      ))}
    </FormPart>
  )
}

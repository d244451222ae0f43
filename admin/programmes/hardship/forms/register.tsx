import { required } from 'ra-core'
import { PersonInput } from '../../../ui/inputs/RecordPicker'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import { CaseInputs, caseDefaults, caseInput } from '../CaseInputs'
import type { CaseRecord } from '../HardshipCase'
import { StaffInput } from '../StaffInput'

/** From the clue to the case. */
export function registerForms(row: CaseRecord): Readonly<Record<string, ActionForm>> {
  return {
    REGISTER: {
      mutation: 'registerCase',
      roomy: true,
      defaults: { ...caseDefaults(row), personId: row.person?.id ?? null, ownerId: null },
      variables: (values, { id, version }, clientKey) => ({ id, version, input: { ...caseInput(values), clientKey } }),
      inputs: (
        <>
          {!row.person && <PersonInput source="personId" validate={required()} helperText="resources.hardshipCases.personHint" />}
          {row.region && <StaffInput source="ownerId" region={row.region.code} helperText="resources.hardshipCases.ownerHint" />}
          <CaseInputs />
        </>
      ),
    },
    UPDATE: {
      mutation: 'updateCase',
      roomy: true,
      defaults: caseDefaults(row),
      variables: (values, { id, version }, clientKey) => ({ id, version, input: { ...caseInput(values), clientKey } }),
      inputs: <CaseInputs />,
    },
  }
}

import { required } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { today } from '../../ui/days'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { ChoiceInput, FlagInput, TicksInput } from '../../ui/inputs/FlagInput'
import { DayInput, TextInput } from '../../ui/inputs/TextInput'
import type { ActionValues } from '../../ui/record/ActionDialog'
import { Wide } from '../../ui/record/FormBody'
import { Side } from '../pairings/VisitInputs'
import type { CaseRecord } from './HardshipCase'

/** What is asked of whoever applies: in what hardship, why, and who applies for somebody who cannot. */
export function CaseInputs() {
  const agent = useWatch({ name: 'agentName' }) as string | null | undefined
  return (
    <>
      <ChoiceInput source="category" of="CaseCategory" validate={required()} />
      <TicksInput source="tags" of="CaseTag" />
      <TicksInput source="kinds" of="HardshipKind" validate={required()} />
      <Side>
        <EnumInput source="cause" of="CaseCause" validate={required()} />
        <DayInput source="eventOn" max={today()} />
      </Side>
      <Wide>
        <TextInput source="causeText" rows={3} maxLength={1000} validate={required()} />
      </Wide>
      <Wide>
        <TextInput source="wishes" rows={2} maxLength={1000} />
      </Wide>
      <ChoiceInput source="colour" of="CaseColour" validate={required()} helperText="resources.hardshipCases.colourHint" />
      <FlagInput source="urgent" />
      <Side>
        <TextInput source="agentName" maxLength={50} helperText="resources.hardshipCases.agentHint" />
        {agent ? <TextInput source="agentRelation" maxLength={20} validate={required()} /> : <span />}
      </Side>
      {agent && <TextInput source="agentPhone" type="tel" maxLength={20} />}
    </>
  )
}

/** What the form begins with; a clue brings along what it says. The agent's phone is masked, and so never goes back. */
export const caseDefaults = (row?: CaseRecord): ActionValues => ({
  category: row?.category ?? 'VETERAN', tags: row?.tags ?? [], kinds: row?.kinds ?? [], cause: row?.cause ?? null, causeText: row?.causeText ?? '', wishes: row?.wishes ?? '', eventOn: row?.eventOn ?? null,
  urgent: row?.urgent ?? false, colour: row?.colour ?? 'BLUE', agentName: row?.agentName ?? '', agentRelation: row?.agentRelation ?? '', agentPhone: undefined,
})

/** The input made of what the form holds: nothing of an agent where there is none. */
export const caseInput = ({ agentName, agentRelation, agentPhone, ...values }: ActionValues): ActionValues => ({ ...values, agentName: agentName || null, agentRelation: agentName ? agentRelation : null, ...(agentPhone ? { agentPhone } : {}) })

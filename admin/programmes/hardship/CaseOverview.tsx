import { Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { Facts } from '../../ui/record/Facts'
import { MaskedField } from '../../ui/record/MaskedField'
import type { CaseRecord } from './HardshipCase'
import { useYuan } from './useYuan'

/** Where the records that a clue is drawn from have their pages. */
const SOURCES: Readonly<Record<string, string>> = { Visit: 'visits', NeedRequest: 'needRequests' }

/** Why help is asked for, by whom, and where that came from. */
export function CaseOverview({ row }: { row: CaseRecord }) {
  const word = useEnumWord()
  const translate = useTranslate()
  const may = useMay()
  const yuan = useYuan()
  const from = row.sourceEntity && row.sourceId && SOURCES[row.sourceEntity]
  return (
    <Facts
      items={[
        { label: 'causeText', value: row.causeText, wide: true },
        { label: 'wishes', value: row.wishes, wide: true },
        { label: 'kinds', value: row.kinds.map(kind => word('HardshipKind', kind)).join(' / ') },
        { label: 'cause', value: row.cause && word('CaseCause', row.cause) },
        { label: 'eventOn', value: row.eventOn },
        { label: 'category', value: row.category && word('CaseCategory', row.category) },
        { label: 'tags', value: row.tags.map(tag => word('CaseTag', tag)).join(' / ') },
        row.agentName !== null && { label: 'agentName', value: [row.agentName, row.agentRelation].filter(Boolean).join(' · ') },
        row.agentPhone !== null && { label: 'agentPhone', value: <MaskedField type="HardshipCase" id={row.id} field="agentPhone" mask={row.agentPhone} may="person.revealPhone" dial /> },
        { label: 'source', value: from ? <Link component={RouterLink} to={`/${from}/${row.sourceId}/show`}>{word('ClueSource', row.source)}</Link> : word('ClueSource', row.source) },
        { label: 'reportedBy', value: [row.reportedBy?.name, row.reportedOn].filter(Boolean).join('\n') },
        { label: 'registeredOn', value: row.registeredOn },
        { label: 'lastContactOn', value: row.lastContactOn ?? translate('resources.hardshipCases.facts.unseen') },
        row.urgentOn !== null && { label: 'urgentFor', value: [row.urgentOn, yuan(row.urgentAmount), row.urgentFor].filter(Boolean).join(' · ') },
        row.overrideReason !== null && { label: 'overrideReason', value: row.overrideReason, wide: true },
        row.policy && { label: 'policy', value: may('policy.read') ? <Link component={RouterLink} to={`/helpPolicies/${row.policy.id}/show`}>{row.policy.name}</Link> : row.policy.name },
        row.closedOn !== null && { label: 'closeReason', value: [row.closedOn, row.closeReason && word('CaseCloseReason', row.closeReason)].filter(Boolean).join(' · ') },
      ]}
    />
  )
}

import { toneOfValue } from '../../ui/record/StateChip'
import { BoardPage } from '../../ui/views/BoardPage'
import { CaseCard } from './CaseCard'
import { caseQuery } from './caseQuery'
import { type CaseRow, LIVE } from './HardshipCase'
import { ReportButton } from './ReportButton'

/** The cases by the step that they are at, what is due first standing first. */
export default function CaseBoard() {
  return <BoardPage<CaseRow> name="caseBoard" of="hardshipCases" fields={caseQuery} sort={{ field: 'dueOn', order: 'ASC' }} states={LIVE} words="CaseState" tone={state => toneOfValue('CaseState', state)} card={row => <CaseCard row={row} />} begin={<ReportButton />} />
}

import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { CaseRecord } from '../HardshipCase'
import { registerForms } from './register'

/** What each act on a case asks for. */
export const caseForms = (row: CaseRecord): Readonly<Record<string, ActionForm>> => ({ ...registerForms(row) })

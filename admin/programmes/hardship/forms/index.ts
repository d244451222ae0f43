import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { CaseRecord } from '../HardshipCase'
import { decideForms } from './decide'
import { helpForms } from './help'
import { investigateForms } from './investigate'
import { keepForms } from './keep'
import { registerForms } from './register'
import { reviewForms } from './review'

/** What each act on a case asks for. */
export const caseForms = (row: CaseRecord): Readonly<Record<string, ActionForm>> => ({ ...registerForms(row), ...investigateForms(row), ...reviewForms(row), ...decideForms(row), ...helpForms(row), ...keepForms(row) })

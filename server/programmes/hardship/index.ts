import './reach'
import { CaseContact } from './CaseContact'
import { CaseCounter } from './CaseCounter'
import { CaseObjection } from './CaseObjection'
import { CaseSnapshot } from './CaseSnapshot'
import { CaseTransfer } from './CaseTransfer'
import { ExclusionCheck } from './ExclusionCheck'
import { HardshipCase } from './HardshipCase'
import { ExclusionRule, HelpPolicy } from './HelpPolicy'
import { HouseholdEconomy, HouseholdMember } from './Household'
import { Investigation } from './Investigation'
import { HelpPolicyHistory, HelpPolicyResolver } from './policyResolver'
import { HardshipCaseHistory, HardshipCaseResolver } from './resolver'

export const entities = [HelpPolicy, ExclusionRule, CaseCounter, HardshipCase, HouseholdMember, HouseholdEconomy, Investigation, ExclusionCheck, CaseObjection, CaseTransfer, CaseContact, CaseSnapshot]
export const resolvers = [HelpPolicyResolver, HelpPolicyHistory, HardshipCaseResolver, HardshipCaseHistory]

import './events'
import './followPersons'
import { Beneficiary } from './Beneficiary'
import { Consent } from './Consent'
import { Contact } from './Contact'
import { GradeChange } from './GradeChange'
import { BeneficiaryHistory, BeneficiaryResolver } from './resolver'

export const entities = [Beneficiary, Contact, GradeChange, Consent]
export const resolvers = [BeneficiaryResolver, BeneficiaryHistory]

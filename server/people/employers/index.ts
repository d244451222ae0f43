import './events'
import './followPersons'
import { Employer } from './Employer'
import { EmployerMerge } from './EmployerMerge'
import { Employment } from './Employment'
import { EmploymentHistory, EmploymentResolver } from './employmentResolver'
import { EmployerImportResolver } from './imports/resolver'
import { EmployerMergeResolver } from './mergeResolver'
import { EmployerHistory, EmployerResolver } from './resolver'

export const entities = [Employer, Employment, EmployerMerge]
export const resolvers = [EmployerResolver, EmployerHistory, EmploymentResolver, EmploymentHistory, EmployerMergeResolver, EmployerImportResolver]

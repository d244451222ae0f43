import './watches'
import { Credential } from './Credential'
import { CredentialHistory, CredentialResolver } from './credentialResolver'
import { Award, Evaluation, Insurance, Qualification, Training } from './records'
import { registers, VolunteerRecordsResolver } from './registers'

export const entities = [Credential, Qualification, Insurance, Training, Award, Evaluation]
export const resolvers = [...registers, VolunteerRecordsResolver, CredentialResolver, CredentialHistory]

import './watches'
import { Award, Evaluation, Insurance, Qualification, Training } from './records'
import { registers, VolunteerRecordsResolver } from './registers'

export const entities = [Qualification, Insurance, Training, Award, Evaluation]
export const resolvers = [...registers, VolunteerRecordsResolver]

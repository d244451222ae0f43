import { useSearchParams } from 'react-router-dom'
import { CreatePage, type FormValues } from '../ui/record/FormPage'
import { BeneficiaryFields } from './BeneficiaryFields'
import { newPersonInput as withoutBlanks } from './personInput'
import { RoleOf, roleInput } from './RoleOf'

/** Puts an elder forward: the person, new or known, and how they live, in one form. */
export default function BeneficiaryCreate() {
  const personId = useSearchParams()[0].get('personId')
  return (
    <CreatePage keyed defaults={{ known: personId !== null, personId, kinds: [], grade: 'GENERAL', livesAlone: false, abilities: [], language: 'HAN', skillWishes: [] }} toInput={(values: FormValues) => withoutBlanks(roleInput(values))}>
      <RoleOf />
      <BeneficiaryFields fresh />
    </CreatePage>
  )
}

import { regex, required, useTranslate } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { FlagInput } from '../ui/inputs/FlagInput'
import { RegionInput } from '../ui/inputs/RegionInput'
import { ResidentIdInput } from '../ui/inputs/ResidentIdInput'
import { DayInput, TextInput } from '../ui/inputs/TextInput'

interface PersonFieldsProps {
  /** Where the person stands in the form, e.g. `person.`; by default the form is the person's. */
  at?: string
  /** In the edit form sealed values are not shown; what is left blank stays as it is. */
  sealed?: boolean
  /** Only what registering a role needs. */
  short?: boolean
}

const label = (field: string): string => `resources.persons.fields.${field}`
const month = regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'resources.persons.month')

/** The inputs of a person, alone or within the form of a role. */
export function PersonFields({ at = '', sealed = false, short = false }: PersonFieldsProps) {
  const translate = useTranslate()
  const isVeteran = useWatch({ name: `${at}isVeteran` }) as boolean | undefined
  const hint = sealed ? translate('resources.persons.keepBlank') : undefined
  return (
    <>
      <TextInput source={`${at}name`} label={label('name')} maxLength={50} validate={required()} />
      <ResidentIdInput source={`${at}idCard`} label={label('idCard')} bornOnSource={`${at}birthDate`} sexSource={`${at}sex`} helperText={hint} />
      <EnumInput source={`${at}sex`} label={label('sex')} of="Sex" />
      <DayInput source={`${at}birthDate`} label={label('birthDate')} />
      <TextInput source={`${at}phone`} label={label('phone')} type="tel" maxLength={20} helperText={hint} />
      <RegionInput source={`${at}regionCode`} label={label('regionCode')} levels={['VILLAGE', 'TOWNSHIP']} validate={required()} />
      <TextInput source={`${at}address`} label={label('address')} maxLength={120} helperText={hint ?? translate('resources.persons.addressHint')} />
      {!short && <EnumInput source={`${at}ethnicCode`} label={label('ethnicCode')} of="EthnicGroup" />}
      {!short && <EnumInput source={`${at}politicalCode`} label={label('politicalCode')} of="PoliticalStatus" />}
      <FlagInput source={`${at}isVeteran`} label={label('isVeteran')} />
      {isVeteran && !short && (
        <>
          <TextInput source={`${at}enlistedMonth`} label={label('enlistedMonth')} placeholder="1978-12" maxLength={7} validate={month} />
          <TextInput source={`${at}dischargedMonth`} label={label('dischargedMonth')} placeholder="1982-12" maxLength={7} validate={month} />
          <FlagInput source={`${at}servedInCombat`} label={label('servedInCombat')} />
        </>
      )}
      {!short && <FlagInput source={`${at}verified`} label={label('verified')} />}
    </>
  )
}

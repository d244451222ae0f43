import AddIcon from '@mui/icons-material/Add'
import { Box, Button, Typography } from '@mui/material'
import { required, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAct } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { MaskedField } from '../ui/record/MaskedField'
import { EmptyState } from '../ui/views/EmptyState'
import type { BeneficiaryRow } from './rows'

interface ContactListProps {
  beneficiaryId: string
  contacts: NonNullable<BeneficiaryRow['contacts']>
}

/** Whom to call about an elder. */
export function ContactList({ beneficiaryId, contacts }: ContactListProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const notify = useNotify()
  const { act, running } = useAct()
  const [adding, setAdding] = useState(false)
  const archive = (id: string, version: number): void => {
    act('beneficiaries', 'archiveContact', { id, version }).catch((error: Error) => notify(error.message, { type: 'error' }))
  }
  return (
    <>
      {contacts.length === 0 && <EmptyState title={translate('resources.beneficiaries.noContacts')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {contacts.filter(contact => !contact.archived).map(contact => (
          <Box component="li" key={contact.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Box sx={{ mr: 'auto' }}>
              <Typography sx={{ fontWeight: 600 }}>{contact.name}</Typography>
              <Typography variant="body2" color="text.secondary">
                {[word('ContactKind', contact.kind), contact.relation].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            <MaskedField type="Contact" id={contact.id} field="phone" mask={contact.phone} may="beneficiary.contacts" dial />
            <Button size="small" disabled={running} onClick={() => archive(contact.id, contact.version)}>
              {translate('resources.beneficiaries.archiveContact')}
            </Button>
          </Box>
        ))}
      </Box>
      <Button startIcon={<AddIcon />} variant="outlined" onClick={() => setAdding(true)} sx={{ mt: 2 }}>
        {translate('resources.beneficiaries.addContact')}
      </Button>
      {adding && (
        <ActionDialog title="resources.beneficiaries.addContact" confirm="ra.action.save" defaults={{ kind: 'EMERGENCY' }} onClose={() => setAdding(false)} run={(values, clientKey) => act('beneficiaries', 'createContact', { beneficiaryId, input: { ...values, clientKey } })}>
          <EnumInput source="kind" of="ContactKind" validate={required()} />
          <TextInput source="name" maxLength={50} validate={required()} />
          <TextInput source="relation" maxLength={30} />
          <TextInput source="phone" type="tel" maxLength={40} />
        </ActionDialog>
      )}
    </>
  )
}

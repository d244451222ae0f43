import AddIcon from '@mui/icons-material/Add'
import { Box, Button, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAct, useMay } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { MaskedField } from '../ui/record/MaskedField'
import { EmptyState } from '../ui/views/EmptyState'
import type { BeneficiaryRow } from './rows'

type Contact = NonNullable<BeneficiaryRow['contacts']>[number]

interface ContactListProps {
  beneficiaryId: string
  contacts: readonly Contact[]
}

/** Whom to call about an elder: added, corrected, and no longer called. */
export function ContactList({ beneficiaryId, contacts }: ContactListProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const [asked, setAsked] = useState<{ deed: Deed; contact?: Contact } | null>(null)
  return (
    <>
      {contacts.length === 0 && <EmptyState title={translate('resources.beneficiaries.noContacts')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {contacts.map(contact => (
          <Box component="li" key={contact.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Box sx={{ mr: 'auto' }}>
              <Typography sx={{ fontWeight: 600 }}>{contact.name}</Typography>
              <Typography variant="body2" color="text.secondary">
                {[word('ContactKind', contact.kind), contact.relation].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            <MaskedField type="Contact" id={contact.id} field="phone" mask={contact.phone} may="beneficiary.contacts" dial />
            {may('beneficiary.write') && (
              <>
                <Button size="small" onClick={() => setAsked({ deed: 'change', contact })} aria-label={translate('resources.beneficiaries.changeContact', { name: contact.name })}>
                  {translate('ra.action.edit')}
                </Button>
                <Button size="small" color="error" onClick={() => setAsked({ deed: 'archive', contact })} aria-label={translate('resources.beneficiaries.archiveContact', { name: contact.name })}>
                  {translate('resources.beneficiaries.archive')}
                </Button>
              </>
            )}
          </Box>
        ))}
      </Box>
      {may('beneficiary.write') && (
        <Button startIcon={<AddIcon />} variant="outlined" onClick={() => setAsked({ deed: 'add' })} sx={{ mt: 2 }}>
          {translate('resources.beneficiaries.addContact')}
        </Button>
      )}
      {asked && <ContactDialog {...asked} beneficiaryId={beneficiaryId} onClose={() => setAsked(null)} />}
    </>
  )
}

type Deed = 'add' | 'change' | 'archive'

function ContactDialog({ deed, contact, beneficiaryId, onClose }: { deed: Deed; contact?: Contact; beneficiaryId: string; onClose: () => void }) {
  const translate = useTranslate()
  const { act } = useAct()
  const { id, version, kind = 'EMERGENCY', name = '', relation = null } = contact ?? {}
  if (deed === 'archive') {
    return (
      <ActionDialog
        title={translate('resources.beneficiaries.archiveContact', { name })}
        consequence="resources.beneficiaries.archiveConsequence"
        confirm="resources.beneficiaries.archive"
        grave
        onClose={onClose}
        run={() => act('beneficiaries', 'archiveContact', { id, version })}
      />
    )
  }
  return (
    <ActionDialog
      title={deed === 'add' ? 'resources.beneficiaries.addContact' : translate('resources.beneficiaries.changeContact', { name })}
      confirm="ra.action.save"
      defaults={{ kind, name, relation }}
      draft={`beneficiaries/${beneficiaryId}/contacts/${id ?? 'new'}`}
      onClose={onClose}
      run={({ phone, ...values }, clientKey) =>
        deed === 'add'
          ? act('beneficiaries', 'createContact', { beneficiaryId, input: { ...values, phone, clientKey } })
          : act('beneficiaries', 'updateContact', { id, version, input: { ...values, phone: phone || undefined } })
      }
    >
      <EnumInput source="kind" of="ContactKind" validate={required()} />
      <TextInput source="name" maxLength={50} validate={required()} />
      <TextInput source="relation" maxLength={30} />
      <TextInput source="phone" type="tel" maxLength={40} helperText={contact?.phone ? translate('resources.persons.keepBlank') : undefined} />
    </ActionDialog>
  )
}

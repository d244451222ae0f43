import { hear } from '../../kernel/events'
import { ServiceRecord } from './ServiceRecord'

hear('volunteer.carriedOver', async ({ store }, { volunteerId, personId }) => {
  for (const record of await store.beyondReach.holdAll(ServiceRecord, 'it.volunteerId = ?', volunteerId)) {
    record.personId = personId
    await store.beyondReach.save(record)
  }
})

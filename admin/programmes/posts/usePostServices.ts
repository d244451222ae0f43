import { useServices } from '../pairings/useServices'

const CODE = 'PIONEER_POST'

/** What posts may offer, by the programme's catalogue. */
export const usePostServices = () => useServices(CODE, [CODE])

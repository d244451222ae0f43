import { useAsk } from '../Console'

/** What anybody may know of this installation. */
export interface About {
  demo: boolean
  version: string
}

/** Asks what this installation is, signed in or not. */
export const ABOUT = 'query about { about { demo version } }'

/** Whether this is a demonstration, and which version runs. */
export const useAbout = (): About | undefined => useAsk<{ about: About }>(ABOUT, {}, { staleTime: Infinity }).data?.about

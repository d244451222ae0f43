import type { VolunteerState } from './Volunteer'

declare module '../../kernel/events' {
  interface Events {
    /** Announced when a volunteer pauses, withdraws, is blocked or has died: pairings go to "needs handover", not silently to their end. */
    'volunteer.ended': { volunteerId: string; state: VolunteerState; reason: string | null }
    /** Announced when a paused volunteer is back. */
    'volunteer.resumed': { volunteerId: string }
    /** Announced when a volunteer's home team has changed. */
    'volunteer.transferred': { volunteerId: string; teamId: string | null }
  }
}

import type { VolunteerState } from './Volunteer'

declare module '../../kernel/events' {
  interface Events {
    /** Announced when volunteers pause, withdraw, are blocked or have died: pairings go to "needs handover", not silently to their end. */
    'volunteers.ended': { volunteerIds: readonly string[]; state: VolunteerState; reason: string | null }
    /** Announced when paused volunteers are back. */
    'volunteers.resumed': { volunteerIds: readonly string[] }
    /** Announced when a volunteer's home team has changed. */
    'volunteer.transferred': { volunteerId: string; teamId: string | null }
  }
}

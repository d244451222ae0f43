export {}

declare module '../../kernel/events' {
  interface Events {
    /** Announced before a team is disbanded: whoever knows of something unfinished, such as an open activity, refuses, and the team stands. */
    'team.disbanding': { teamId: string }
    /** Announced when a team has been disbanded: requests to join it are turned down. */
    'team.disbanded': { teamId: string }
    /** Announced when the bureau approves a squad that a village proposed: its people ask to join it. */
    'squad.approved': { teamId: string; memberIds: readonly string[]; proposalId: string }
  }
}

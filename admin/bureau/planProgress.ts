/** What there was of something on a day, against what there is to be. */
export interface Part {
  subject: string
  number: number
  reached: number
  active: number
  standing: number
  late?: boolean
}

/** How far a plan had been reached at the end of a day. */
export interface Progress {
  on: string
  villagesWithout: number
  targets: Part[]
  townships: { region: { code: string; name: string }; villagesWithout: number; parts: Part[] }[]
}

export const PLAN_PROGRESS = `query planProgress($planId: ID!, $on: Date) { planProgress(planId: $planId, on: $on) {
  on villagesWithout targets { subject number reached active standing late } townships { region { code name } villagesWithout parts { subject number reached active standing } }
} }`

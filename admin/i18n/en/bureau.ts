import type { bureau as words } from '../zh/bureau'
import type { Shape } from '../Shape'
import { common } from './common'

/** The words for the bureau's own registers. */
export const bureau: Shape<typeof words> = {
  regions: {
    name: 'Division |||| Divisions',
    empty: 'Divisions are loaded when the product is installed.',
    fields: { ...common, code: 'Code', fullName: 'Full name', level: 'Level', parentCode: 'Within', validFrom: 'Valid from', validTo: 'Valid to', aliases: 'Other names', needsSquad: 'Needs a squad', hasStation: 'Has a station' },
  },
  stations: {
    name: 'Station |||| Stations',
    create: 'Register a station',
    empty: 'Register the centre and the township stations first.',
    fields: { ...common, address: 'Address', phone: 'Phone', head: 'Head', openedOn: 'Opened on', closedOn: 'Closed on' },
  },
  plans: {
    name: 'Plan |||| Plans',
    create: 'Make a plan',
    empty: "Copy last year's plan, or make one for this year.",
    fields: { ...common, year: 'Year', title: 'Title', documentNo: 'Document', issuedOn: 'Issued on', teamsDueOn: 'Teams due on', reportDueOn: 'Report due on', villageTeams: 'Village teams', minimumMembers: 'Members a team', minimumVeterans: 'Veterans a squad', activitiesPerMonth: 'Activities a month' },
    actions: { copy: { name: 'Copy for next year', consequence: 'Copies all targets and deadlines a year later; they can be changed afterwards.', done: 'Copied' } },
  },
  programmes: {
    name: 'Programme |||| Programmes',
    create: 'Register a local programme',
    empty: "The banner's nine programmes are loaded when the product is installed.",
    fields: { ...common, code: 'Code', purpose: 'Content', services: 'Services', openedOn: 'From', closedOn: 'To', ofTownship: 'Township' },
  },
  settings: {
    name: 'Setting |||| Settings',
    empty: 'There is nothing to set.',
    fields: { ...common, key: 'Setting', value: 'Value', unit: 'Unit', meaning: 'Meaning', source: 'Source' },
  },
  workingDays: {
    name: 'Working calendar |||| Working calendar',
    create: 'Enter a special day',
    empty: "Enter the State Council's holidays.",
    fields: { ...common, day: 'Day', works: 'Is worked', year: 'Year' },
  },
  accounts: {
    name: 'Account |||| Accounts',
    create: 'Open an account',
    empty: 'There are no accounts yet.',
    fields: {
      ...common,
      username: 'User name',
      displayName: 'Name',
      role: 'Role',
      teamId: 'Team',
      volunteerId: 'Volunteer',
      personId: 'Person',
      password: 'First password',
      mustChangePassword: 'Must change password',
      totpConfirmed: 'One-time codes',
      lockedUntil: 'Locked until',
      lastSignInAt: 'Last signed in',
    },
    actions: {
      DISABLE: { name: 'Disable', consequence: 'Ends all its sessions at once; it cannot sign in any more.', done: 'Disabled' },
      ENABLE: { name: 'Enable', consequence: 'It can sign in again.', done: 'Enabled' },
      UNLOCK: { name: 'Unlock', consequence: 'Forgets the failed attempts; it can sign in at once.', done: 'Unlocked' },
      RESET: { name: 'Reset password', consequence: 'Sets a passing password that must be changed at the next sign-in.', done: 'Reset' },
    },
  },
}

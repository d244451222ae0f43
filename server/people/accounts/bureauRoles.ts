/** The role whose holders keep the accounts; one of them always stays. */
export const ADMINISTRATOR = 'bureauAdministrator'

/** Whether a role works in the bureau's own house: longer passwords, and a second factor. */
export const isBureauRole = (role: string): boolean => role.startsWith('bureau') || role === 'auditor'

/** Whether a role may do nothing without a second factor. In demo mode, whose passwords are public anyway, none needs it. */
export const needsSecondFactor = (role: string): boolean => isBureauRole(role) && process.env.DEMO !== '1'

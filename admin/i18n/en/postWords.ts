/** The words of employers and pioneer posts: the values of their enums. */
export const postEnums = {
  EmployerKind: { GOVERNMENT: 'Government office', INSTITUTION: 'Public institution', STATE_FIRM: 'State firm', PRIVATE_FIRM: 'Private firm', SELF_EMPLOYED: 'Self-employed', SOCIAL_ORG: 'Social organisation' },
  EmployerState: { ACTIVE: 'Active', CLOSED: 'Closed', MERGED: 'Merged' },
  EmploymentEnd: { LEFT: 'Left', RETIRED: 'Retired', DIED: 'Died', CLOSED: 'Employer closed', MISTAKE: 'Entered by mistake' },
  EmployerLikenessReason: { CREDIT_CODE: 'Same credit code', NAME: 'Same name', NAME_PART: 'Similar name in the same township', PHONE: 'Same telephone' },
}

/** What the trail calls their records. */
export const postEntities = {
  Employer: 'Employer',
  Employment: 'Employment',
  EmployerMerge: 'Merge of employers',
}

/** What the trail calls their acts. */
export const postActs = {
  createEmployer: 'registered the employer',
  updateEmployer: 'changed the employer',
  closeEmployer: 'closed the employer',
  recordEmployment: 'noted an employment',
  correctEmployment: 'corrected an employment',
  endEmployment: 'ended an employment',
  mergeEmployers: 'merged employers',
  decideEmployerMerge: 'decided on a merge of employers',
  undoEmployerMerge: 'undid a merge of employers',
}

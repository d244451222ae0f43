/**
 * Who may ask what of which record: written by hand, and compared with the product's answers over HTTP.
 *
 * A new query or mutation that takes an id needs one word here, or the test fails and names it: put it under the kind of record
 * that its id (or its input's first id) means, with the letters of the roles that may ask it. How far each role sees is told by
 * the other table, in access.test.ts. Kinds that are not among that table's go under `elsewhere`: there only the roles are asked.
 *
 * A administrator  L leader  O officer  U auditor  H station head  W station worker  V village liaison  C case worker
 * T team leader  S volunteer  E employer's contact
 */
export const ACCESS: Record<string, Record<string, string>> = {
  person: { person: 'ALOHWVC', updatePerson: 'AOHWV', mergePersons: 'AOH' },
  volunteer: {
    volunteer: 'ALOHWVCTS', updateVolunteer: 'AOHW', activateVolunteer: 'AOHW', pauseVolunteer: 'AOHWT', resumeVolunteer: 'AOHWT', withdrawVolunteer: 'AOHW', readmitVolunteer: 'AOHWV',
    blockVolunteer: 'AO', unblockVolunteer: 'AO', recordScreening: 'AOHW', enterService: 'AOHW', requestCertificate: 'AOHWS',
  },
  team: { team: 'ALOHWVCT', updateTeam: 'AOHW', activateTeam: 'ALO', moveTeam: 'ALO', exemptTeam: 'ALO', createActivity: 'AOHWT' },
  beneficiary: {
    beneficiary: 'ALOHWVCS', updateBeneficiary: 'AOHWC', assessBeneficiary: 'AOHWC', gradeBeneficiary: 'AOHWC', recordConsent: 'AOHWVC', withdrawConsent: 'AOHWVC', assignCaseWorker: 'AOHW',
    pauseBeneficiary: 'AOHWC', resumeBeneficiary: 'AOHWC', endBeneficiary: 'AOHW', reopenBeneficiary: 'AOHW', createContact: 'AOHWC', suggestVolunteers: 'AOHWV', raiseNeed: 'AOHWVCS', pairElder: 'AOHW',
  },
  pairing: {
    pairing: 'ALOHWVCTS', acceptPairing: 'S', declinePairing: 'S', activatePairing: 'AOHWC', keepAgreement: 'AOHWC', pausePairing: 'AOHWC', resumePairing: 'AOHWC', handOverPairing: 'AOHWT', endPairing: 'AOHW',
    changeHelpers: 'AOHW', planVisit: 'AOHWCTS', recordVisit: 'AOHWVCS',
  },
  visit: { visit: 'ALOHWVCTS', markVisitMissed: 'AOHWVCS', cancelVisit: 'AOHWCS', confirmVisit: 'AOHWVCT', voidVisit: 'AOHW' },
  needRequest: { needRequest: 'ALOHWVCTS', moveNeed: 'ALOHWVCTS' },
  activity: {
    activity: 'ALOHWVTS', updateActivity: 'AOHWT', moveActivity: 'ALOHWVTS', publishActivity: 'AOHWT', closeActivity: 'AOHWT', rescheduleActivity: 'AOHWT', checkCode: 'AOHWT', confirmAttendance: 'AOHWT', addWalkUp: 'AOHWT', signUp: 'S', checkIn: 'S', checkOut: 'S',
  },
  hardshipCase: {
    hardshipCase: 'LOHWC', registerCase: 'HWC', updateCase: 'HWC', dismissClue: 'HWC', assignCase: 'LOH', appointStandIn: 'OHWC', recuseFromCase: 'LOHWC', transferCase: 'OHWC', answerCaseTransfer: 'OHWC', recordCaseContact: 'OHWC',
    startInvestigation: 'HWC', recordInvestigation: 'HWC', writeHousehold: 'HWC', publishNotice: 'HWC', skipNotice: 'HWC', objectToNotice: 'HWC', reviewCase: 'H', recordExclusionCheck: 'OC', checkCase: 'OC', returnCase: 'LOHC', resubmitCase: 'HWC',
    grantUrgentHelp: 'L', duplicateAid: 'LOHWC', approveCase: 'L', refuseCase: 'L', deliverDecision: 'OHWC', objectToDecision: 'OHWC', answerObjection: 'LOH', closeCase: 'OHWC', reopenCase: 'LOH',
    planMeasures: 'OHWC', recordFollowUp: 'OHWC', sendReferral: 'OHWC', seekHelpers: 'OHWC',
  },
  pioneerPost: {
    pioneerPost: 'ALOHWVE', updatePost: 'AOHWE', changePostHolders: 'AOHWE', submitPost: 'AOHWE', withdrawPost: 'AOHWE', recommendPost: 'AOHW', returnPost: 'AOHW', returnPlaque: 'AOHW', rejectPost: 'ALO', inspectPost: 'AO', publishPostNotice: 'AO',
    objectToPost: 'AOHW', grantPost: 'L', renewPost: 'L', revokePost: 'L', rectifyPost: 'ALOH', confirmRectified: 'ALOH', logPostService: 'AOHWE',
  },
  employer: { employer: 'ALOHWVE', updateEmployer: 'AOHW', closeEmployer: 'AOHW', recordEmployment: 'AOHW' },
  elsewhere: {
    importEmployers: 'AOHW', employerSheet: 'AOHW', applyForPost: 'AOHWE', answerPostObjection: 'ALO', voidPostService: 'AOHWE', openReviewRound: 'ALO', reviewRound: 'ALOHWVE', postReview: 'ALOHWVE', reviewPost: 'ALOH', assignPostReview: 'ALOH', answerPostFeedback: 'AOHW', postRule: 'ALOHWVE',
    correctEmployment: 'AOHW', endEmployment: 'AOHW', mergeEmployers: 'AOH', decideEmployerMerge: 'AOH', undoEmployerMerge: 'AOH', employerMerges: 'AOH', employerDuplicates: 'AOHW',
    clueSheet: 'LOHWVCTS', importClues: 'LOHWVCTS',
    measure: 'LOHWC', changeMeasure: 'OHWC', approveMeasure: 'LO', deliverMeasure: 'OHWC', failMeasure: 'OHWC', referral: 'LOHWC', answerReferral: 'OHWC', finishReferral: 'OHWC',
    helpPolicy: 'ALOHWC', reportClue: 'LOHWVCTS',
    cancelSignUp: 'S', moveSignUp: 'AOHWT', confirmInsurance: 'AOHW', approveActivities: 'ALOHW', credential: 'ALOUHWVCT', updateCredential: 'AO', teamCompliance: 'ALOHWVCT',
    volunteerImport: 'AOHW', importSheet: 'AOHW', checkImport: 'AOHW', runImport: 'AOHW', resumeImport: 'AOHW', undoImport: 'AOHW',
    job: 'ALOUHWVCTSE', cancelJob: 'ALOUHWVCTSE', updateSavedQuery: 'ALOUHWVCTSE', archiveSavedQuery: 'ALOUHWVCTSE', confirmVisits: 'AOHWVCT', sessions: 'ALOUHWVCTSE', endSession: 'ALOUHWVCTSE', reveal: 'ALOUHWVCTSE',
    account: 'AU', createAccount: 'A', updateAccount: 'A', disableAccount: 'A', enableAccount: 'A', resetPassword: 'A', resetTotp: 'A', apiKey: 'A', updateApiKey: 'A', revokeApiKey: 'A',
    consentNotice: 'ALOUHWVCT', updateConsentNotice: 'AL',
    plan: 'ALOUHWVCT', copyPlan: 'AL', updatePlan: 'AL', setPlanTarget: 'AL', programme: 'ALOUHWVCTSE', updateProgramme: 'AOH', region: 'ALOUHWVCTSE', updateRegion: 'A', recodePreview: 'A', recodeRegion: 'A', weatherWarning: 'ALOHWVCTS', liftWeatherWarning: 'AOHW', station: 'ALOUHWVCT', updateStation: 'AO',
    task: 'ALOHWVCTS', settleTask: 'AOHWC', updateContact: 'AOHWC', archiveContact: 'AOHWC', personMerges: 'AOH', decideMerge: 'AOH', undoMerge: 'AOH', duplicates: 'AOHWV',
    joinTeam: 'AOHWVS', transferMember: 'AOHWVS', confirmMember: 'AOHWT', confirmMembers: 'AOHWT', declineMember: 'AOHWT', cancelRequest: 'AOHWVS', squadProposal: 'ALOHWVCT', proposeSquad: 'AOHWV', moveSquad: 'ALOHWVCT', raiseSquad: 'ALO', leaveTeam: 'AOHW', createTeam: 'AOHW', registerVolunteer: 'AOHWV', registerBeneficiary: 'AOHWV',
    addQualification: 'AOHW', correctQualification: 'AOHW', archiveQualification: 'AOHW', addInsurance: 'AOHW', correctInsurance: 'AOHW', archiveInsurance: 'AOHW', addTraining: 'AOHW', correctTraining: 'AOHW', archiveTraining: 'AOHW',
    addAward: 'AOHW', correctAward: 'AOHW', archiveAward: 'AOHW', addEvaluation: 'AOHWT', correctEvaluation: 'AOHWT', archiveEvaluation: 'AOHWT',
    volunteerApplication: 'ALOHW', acceptApplication: 'AOHW', declineApplication: 'AOHW',
    planProgress: 'ALOUHWVCT', bulletin: 'ALOUHWVCT', correctBulletin: 'LO',
    serviceRecord: 'ALOHWVCTS', serviceObjection: 'ALOHWVCTS', correctServiceRecord: 'AOHW', voidServiceRecord: 'AOHW', evaluateService: 'AOHWT', dismissObjection: 'AOHW', objectToServiceRecord: 'S',
    certificate: 'ALOHWS', approveCertificate: 'ALOH', rejectCertificate: 'ALOH', issueCertificate: 'AO', revokeCertificate: 'AO',
  },
}

export const ROLE_LETTERS: Record<string, string> = {
  bureauAdministrator: 'A', bureauLeader: 'L', bureauOfficer: 'O', auditor: 'U', stationHead: 'H', stationWorker: 'W', villageLiaison: 'V', caseWorker: 'C', teamLeader: 'T', volunteer: 'S', employerContact: 'E',
}

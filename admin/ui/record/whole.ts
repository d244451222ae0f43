/**
 * Keeps a record's page from being filled with the fewer fields that a list has just read: react-admin hands the list's rows
 * to whoever asks for one record with the same `meta`.
 */
export const WHOLE = { whole: true }

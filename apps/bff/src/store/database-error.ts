/** The console's database cannot be used: one sentence for whoever starts the console, without its password. */
export class DatabaseUnusable extends Error {}

/** What SQLite and PostgreSQL call it when a row would be there twice. */
const uniqueCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])

/** Whether a statement failed because what it would write is there already. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && uniqueCodes.has(error.code)

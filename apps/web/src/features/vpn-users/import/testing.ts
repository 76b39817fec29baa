import type { UserRow } from './rows.ts'

export const rowOf = (line: number, change: Partial<UserRow> = {}): UserRow => ({
  id: String(line),
  line,
  name: `paris.${String(line).padStart(4, '0')}`,
  password: 'Tr4m-line-12',
  ownPassword: 'Tr4m-line-12',
  group: '',
  staticIp: '',
  description: '',
  isGenerated: false,
  isSkipped: false,
  remarks: [],
  ...change,
})

import { isRead, operation, type OperationName } from '../catalogue/catalogue.ts'

/** The header that carries the session's token with everything that changes state. */
export const csrfHeader = 'x-csrf-token'

/** Whether one of the patterns (`*` stands for any text) covers an action; a row without an action is open to all. */
export const allows = (patterns: readonly string[], action: string | null): boolean =>
  action === null ||
  patterns.some((pattern) => {
    const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    return new RegExp(`^${source.join('.*')}$`).test(action)
  })

/** The action that an operation asks for. A change whose row names none is not open to all: it gets one after its name. */
export const requiredAction = (name: OperationName): string | null => {
  const row = operation(name)
  return row.action ?? (isRead(row) ? null : `${row.service}:${name}`)
}

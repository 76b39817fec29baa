import { isRead, operation, type OperationName } from '../catalogue/catalogue.ts'

/** The action that an operation asks for. A change whose row names none is not open to all: it gets one after its name. */
export const requiredAction = (name: OperationName): string | null => {
  const row = operation(name)
  return row.action ?? (isRead(row) ? null : `${row.service}:${name}`)
}

import { useConsoleDenied } from '../../api/session.ts'

/** Why the person may not change how people sign in: whose provider it is decides who is given which role. */
export const useUpdateDenied = (): string | undefined => {
  const denied = useConsoleDenied()
  return denied('console:signOn:update') ?? (denied('*') && 'Only who may do everything changes the provider.')
}

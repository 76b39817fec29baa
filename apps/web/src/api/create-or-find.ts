import { ApiError } from '@vpn-console/api-client'
import { isAnswerLost } from './client.ts'
import { lookupByName } from './lookup.ts'
import { createStore } from './store.ts'

/** The name of what is being looked up after a lost answer, so that the form can say why it takes longer. */
export const lookingFor = createStore<string | undefined>(undefined)

type CreateOrFindOptions<T> = {
  /** Sends the create and gives what was created. */
  send: () => Promise<T>
  /** The list of such things, straight from the cloud. */
  list: () => Promise<readonly T[]>
  idOf: (item: T) => string
  nameOf: (item: T) => string
  name: string
  /** Told when the answer was lost and the look-up begins. */
  onLost?: () => void
  pausesMs?: readonly number[]
}

/** A create whose answer was lost, with what the look-up by name found out. */
export class LostAnswer extends ApiError {
  /** Whether sending it again can build it twice. */
  readonly mayExist: boolean

  constructor(name: string, mayExist: boolean, cause: ApiError) {
    const what = mayExist
      ? `The answer was lost, and the list could not be read: ${name} may have been built all the same. Look at the list before you send it again.`
      : `The answer was lost, but ${name} is not in the list: it was not built. Send it again.`
    const { status, code, requestId } = cause
    super({ status, code, message: `${cause.message} ${what}`, requestId, cause })
    this.mayExist = mayExist
  }
}

const idsOf = async <T>({ list, idOf }: CreateOrFindOptions<T>): Promise<ReadonlySet<string> | undefined> => {
  try {
    return new Set((await list()).map(idOf))
  } catch {
    return undefined
  }
}

/**
 * Creates something so that a lost answer never builds it twice: then the thing is looked up by its name among those
 * that were not there before, and counts as created where it is found.
 */
export const createOrFind = async <T>(options: CreateOrFindOptions<T>): Promise<T> => {
  const before = await idsOf(options)
  try {
    return await options.send()
  } catch (error) {
    if (!(error instanceof ApiError) || !isAnswerLost(error)) throw error
    options.onLost?.()
    // Without the list from before, an older thing of the same name could be taken for the new one.
    if (!before) throw new LostAnswer(options.name, true, error)
    lookingFor.set(options.name)
    const looked = await lookupByName({ ...options, idsBefore: before })
    lookingFor.set(undefined)
    if (looked.result === 'found') return looked.found
    throw new LostAnswer(options.name, looked.result === 'unknown', error)
  }
}

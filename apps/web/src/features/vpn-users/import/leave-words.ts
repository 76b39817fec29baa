import type { Stage } from './ImportSteps.tsx'
import type { Sending } from './sending.ts'

type Leaving = {
  stage: Stage
  sending: Sending | undefined
  isPreparing: boolean
  isSaved: boolean
  hasRows: boolean
}

/** What would be lost by leaving the page now; undefined where nothing is. The gravest is said. */
export const leaveWords = ({ stage, sending, isPreparing, isSaved, hasRows }: Leaving) => {
  if (!isSaved) {
    return {
      title: 'Leave without the passwords?',
      text: 'Users were created whose credentials are not saved. Their passwords exist only in this page; afterwards they can only be reset one by one.',
    }
  }
  const isOpen = sending !== undefined && sending.phase !== 'done'
  if (stage === 'send' && (isPreparing || isOpen)) {
    return {
      title: 'Leave during the import?',
      text: 'The import stops after the present batch. What is created stays.',
    }
  }
  if (hasRows && (stage !== 'send' || sending === undefined)) {
    return { title: 'Leave without importing?', text: 'The rows and what you corrected in them will be lost.' }
  }
  return undefined
}

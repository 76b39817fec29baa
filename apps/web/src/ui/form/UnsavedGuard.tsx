import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { holdUnsaved } from '../../api/signed-out.ts'

type UnsavedGuardProps = {
  isDirty: boolean
  /** Asked when somebody is about to leave: what was sent need not be kept. */
  isSaved: () => boolean
  onLeave?: () => void
  /** What is lost, where it is not what was typed. */
  words?: { title: string; text: string }
}

const typedWords = {
  title: 'Leave without saving?',
  text: 'What you typed on this page is not sent yet and will be lost.',
}

/** Asks once before a changed form is left, by a link, by closing the tab, or because the session has ended. */
export const UnsavedGuard = ({ isDirty, isSaved, onLeave, words = typedWords }: UnsavedGuardProps) => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && !isSaved() && currentLocation.pathname !== nextLocation.pathname,
  )

  useEffect(() => {
    if (!isDirty) return undefined
    const release = holdUnsaved()
    const ask = (event: BeforeUnloadEvent) => {
      if (!isSaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      release()
      window.removeEventListener('beforeunload', ask)
    }
  }, [isDirty, isSaved])

  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      visible
      header={words.title}
      closeAriaLabel="Stay on this page"
      onDismiss={() => blocker.reset()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={() => blocker.reset()}>
              Stay
            </Button>
            <Button
              formAction="none"
              variant="primary"
              onClick={() => {
                onLeave?.()
                blocker.proceed()
              }}
            >
              Leave
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {words.text}
    </Modal>
  )
}

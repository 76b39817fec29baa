import { useEffect } from 'react'
import { tellSignedIn } from '../../api/other-window.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

/** The end of a sign-in that another tab is waiting for. */
export default function SignedInPage() {
  useEffect(tellSignedIn, [])
  return (
    <>
      <PageHeader
        title="You are signed in again"
        description="Go back to the tab you came from: it goes on by itself. You can close this one."
      />
      <ActionButton to={paths.home()}>Open the console here</ActionButton>
    </>
  )
}

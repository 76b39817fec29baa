import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { lazy, Suspense, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { CodeRequest } from '../code/code-request.ts'
import { Loading } from '../Loading.tsx'

const RequestCode = lazy(() => import('../code/RequestCode.tsx'))

const OpenRequest = ({ requests }: { requests: () => readonly CodeRequest[] }) => {
  // Draws again with each change of the form.
  useFormContext().watch()
  const calls = requests()
  if (calls.length === 0) return <>Nothing would be sent yet.</>
  return <RequestCode requests={calls} />
}

/** What a form sends, as code, for those who open it. */
export const RequestSection = ({ requests }: { requests: () => readonly CodeRequest[] }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <ExpandableSection
      headerText="The request"
      variant="container"
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {isOpen && (
        <Suspense fallback={<Loading what="the request" />}>
          <OpenRequest requests={requests} />
        </Suspense>
      )}
    </ExpandableSection>
  )
}

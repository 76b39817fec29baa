import type { PersonView } from '@vpn-console/api-client'
import { lazy, Suspense } from 'react'
import type { PersonDialog } from './person-actions.ts'

const EditPerson = lazy(() => import('./EditPerson.tsx'))
const MakeLink = lazy(() => import('./MakeLink.tsx'))
const ConfirmPerson = lazy(() => import('./ConfirmPerson.tsx'))
const DeletePerson = lazy(() => import('./DeletePerson.tsx'))

type PersonDialogsProps = {
  open: { dialog: PersonDialog; person: PersonView } | undefined
  onClose: () => void
  onDeleted?: () => void
}

/** The dialog that is open about a person. */
export const PersonDialogs = ({ open, onClose, onDeleted }: PersonDialogsProps) => {
  if (!open) return null
  const { dialog, person } = open
  const shared = { person, onClose }
  return (
    <Suspense>
      {dialog === 'edit' && <EditPerson {...shared} />}
      {dialog === 'link' && <MakeLink {...shared} />}
      {dialog === 'unlock' && <ConfirmPerson what="unlock" {...shared} />}
      {dialog === 'second-factor' && <ConfirmPerson what="second-factor" {...shared} />}
      {dialog === 'sign-out' && <ConfirmPerson what="sign-out" {...shared} />}
      {dialog === 'switch' && <ConfirmPerson what={person.state === 'disabled' ? 'enable' : 'disable'} {...shared} />}
      {dialog === 'delete' && <DeletePerson {...shared} onDeleted={onDeleted} />}
    </Suspense>
  )
}

import { paths } from '../paths.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Trouble } from '../ui/Trouble.tsx'

export const NotFoundPage = () => (
  <Trouble
    title="There is nothing at this address"
    message="It may have been deleted, or the address has a slip in it."
    actions={<ActionButton to={paths.home()}>Go to the start</ActionButton>}
  />
)

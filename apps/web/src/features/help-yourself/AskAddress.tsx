import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { pageOf } from './address.ts'

/** For who came without the address of his VPN's page. It names none: who is to know one was told. */
export const AskAddress = ({ reason }: { reason: string }) => {
  const navigate = useNavigate()
  const [pasted, setPasted] = useState('')
  const [isTried, setTried] = useState(false)
  const to = pageOf(pasted)

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (to !== undefined) void navigate(to)
  }

  return (
    <form onSubmit={submit} noValidate>
      <SpaceBetween size="m">
        <div>{reason}</div>
        <FormField
          label="Address from your invitation"
          constraintText="Paste it as a whole. If you have none, ask whoever looks after the VPN."
          errorText={isTried && to === undefined ? 'This is no address of such a page. Copy it again.' : undefined}
          stretch
        >
          <Input
            name="address"
            value={pasted}
            spellcheck={false}
            autoComplete="off"
            onChange={({ detail }) => setPasted(detail.value)}
          />
        </FormField>
        <Button variant="primary" formAction="submit" fullWidth>
          Continue
        </Button>
      </SpaceBetween>
    </form>
  )
}

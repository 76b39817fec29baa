import { vpnConnectionCreate } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import styles from './PeerConfiguration.module.css'

/** What is wrong with a key as far as the cloud would not have taken it; undefined where nothing is. */
export const keyProblem = (psk: string): string | undefined =>
  psk === '' ? undefined : vpnConnectionCreate.shape.psk.safeParse(psk).error?.issues[0]?.message

type KeyInputProps = {
  /** Whose key it is, where there are two. */
  of: string | undefined
  value: string
  isShown: boolean
  onChange: (value: string) => void
  onShow: (isShown: boolean) => void
}

/** The key, for as long as this page is open: it is put into the text here and goes nowhere else. */
export const KeyInput = ({ of, value, isShown, onChange, onShow }: KeyInputProps) => (
  <FormField
    label={of === undefined ? 'Pre-shared key' : `Pre-shared key of ${of}`}
    description="Put into the text in this browser only: it is neither sent nor kept."
    errorText={keyProblem(value)}
  >
    <div className={styles['key']}>
      <div className={styles['input']}>
        <Input
          value={value}
          type={isShown ? 'text' : 'password'}
          autoComplete="new-password"
          spellcheck={false}
          invalid={keyProblem(value) !== undefined}
          onChange={({ detail }) => onChange(detail.value)}
        />
      </div>
      <Button
        formAction="none"
        onClick={() => onShow(!isShown)}
        ariaLabel={`${isShown ? 'Hide' : 'Show'} the key${of === undefined ? '' : ` of ${of}`}`}
      >
        {isShown ? 'Hide' : 'Show'}
      </Button>
    </div>
  </FormField>
)

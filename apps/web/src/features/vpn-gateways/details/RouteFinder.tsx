import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import type { NotWanted } from '../../../ui/wanted-address.ts'
import styles from './GatewayRoutes.module.css'

type RouteFinderProps = {
  typed: string
  onType: (text: string) => void
  /** What is wrong with it. */
  trouble: NotWanted | undefined
  /** The answer in words, where there is one. */
  answer: string | undefined
}

/** Asks for an address or a prefix, and answers which route carries it. */
export const RouteFinder = ({ typed, onType, trouble, answer }: RouteFinderProps) => {
  const suggestion = trouble?.suggestion
  return (
    <div>
      <div className={styles['find']}>
        <FormField
          label="Address or prefix to find the way to"
          description="Which route carries it: the longest match decides."
          errorText={trouble?.isUnfinished ? undefined : trouble?.problem}
          constraintText={trouble?.isUnfinished ? trouble.problem : undefined}
        >
          <Input
            value={typed}
            onChange={({ detail }) => onType(detail.value)}
            type="search"
            placeholder="10.1.2.3, 10.1.0.0/16 or 2001:db8::1"
            spellcheck={false}
            autoComplete={false}
            clearAriaLabel="Clear the address"
            invalid={trouble !== undefined && !trouble.isUnfinished}
          />
        </FormField>
      </div>
      {suggestion !== undefined && (
        <Button formAction="none" variant="inline-link" onClick={() => onType(suggestion)}>
          Use {suggestion}
        </Button>
      )}
      <output className={styles['answer']}>{answer}</output>
    </div>
  )
}

import type { VpnServer } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { NotWanted, Wanted } from '../../ui/wanted-address.ts'
import { ReachList } from './ReachList.tsx'
import { reachWords, routeWarning, type Reach } from './reach.ts'
import styles from './WhoReaches.module.css'

type WhoReachesProps = {
  server: VpnServer
  typed: string
  onType: (text: string) => void
  read: Wanted | NotWanted | undefined
  /** The answer; undefined while there is none. */
  reach: Reach | undefined
}

/** Asks for an address or prefix, and answers who may reach it: by which policies, in which groups, by name. */
export const WhoReaches = ({ server, typed, onType, read, reach }: WhoReachesProps) => {
  const trouble = read && 'problem' in read ? read : undefined
  const wanted = read && 'block' in read ? read : undefined
  const suggestion = trouble?.suggestion
  const warning = wanted && routeWarning(wanted, server)
  return (
    <SpaceBetween size="s">
      <div className={styles['field']}>
        <FormField
          label="Who may reach"
          description="An address or a prefix; the answer follows the policies, groups and users as they are now."
          errorText={trouble?.isUnfinished ? undefined : trouble?.problem}
          constraintText={trouble?.isUnfinished ? trouble.problem : undefined}
        >
          <Input
            name="reach"
            value={typed}
            onChange={({ detail }) => onType(detail.value)}
            type="search"
            placeholder="10.1.2.3 or 10.1.0.0/16"
            spellcheck={false}
            autoComplete={false}
            clearAriaLabel="Clear the address"
            invalid={trouble !== undefined && !trouble.isUnfinished}
          />
        </FormField>
        {suggestion !== undefined && (
          <Button formAction="none" variant="inline-link" onClick={() => onType(suggestion)}>
            Use {suggestion}
          </Button>
        )}
        <output className={styles['answer']}>{wanted && reach && reachWords(wanted, reach)}</output>
      </div>
      {warning !== undefined && <Alert type="warning">{warning}</Alert>}
      {wanted && reach && reach.groups.length > 0 && <ReachList serverId={server.id} groups={reach.groups} />}
    </SpaceBetween>
  )
}

import {
  blockVersion,
  clientCapacity,
  clientCidrProblems,
  freeClientCidr,
  usableAddresses,
  type Problem,
} from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useFormContext } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'
import { TextareaField } from '../../../ui/form/TextareaField.tsx'
import styles from './ClientCidrField.module.css'

type Values = { clientCidr: string; typedRoutes: string }

export type CidrSurroundings = {
  /** Of the gateway; undefined while it is not known. */
  connections: number | undefined
  localSubnets: readonly string[]
  routes: readonly string[]
  /** Why the routes could not be read. */
  routesError: Error | null
  isLoading: boolean
  /** Blocks that a proposal keeps clear of, although the service would take them. */
  others: readonly string[]
}

type Line = { rules: readonly string[]; good: string; isKnown?: boolean }

const Lines = ({ block, around }: { block: string; around: CidrSurroundings }) => {
  const { connections, localSubnets, routes, routesError, isLoading } = around
  const problems = clientCidrProblems(block, {
    max_connection_number: connections ?? 0,
    local_subnets: localSubnets,
    routes,
  })
  const room = `${usableAddresses(block).toLocaleString('en')} addresses, enough for ${clientCapacity(block).toLocaleString('en')} clients`
  const lines: Line[] = [
    { rules: ['server.client-cidr.mask'], good: 'The mask is within /16 and /26' },
    {
      rules: ['server.client-cidr.size'],
      good: connections === undefined ? room : `${room}; the gateway takes ${connections}`,
    },
    { rules: ['server.client-cidr.reserved'], good: 'It is not reserved' },
    { rules: ['server.client-cidr.local'], good: 'It overlaps no local subnet' },
    {
      rules: ['server.client-cidr.vpc'],
      good:
        routesError === null
          ? `It overlaps no route of the VPC (${routes.length} read)`
          : routes.length > 0
            ? `It overlaps no route that was typed (${routes.length})`
            : 'The routes of the VPC could not be read: not checked',
      isKnown: !isLoading && (routesError === null || routes.length > 0),
    },
  ]
  const found = (rules: readonly string[]): Problem | undefined => problems.find(({ rule }) => rules.includes(rule))
  return (
    <ul className={styles['lines']}>
      {lines.map(({ rules, good, isKnown = true }) => {
        const problem = found(rules)
        return (
          <li key={rules[0]}>
            <StatusIndicator type={problem ? 'error' : isKnown ? 'success' : 'pending'}>
              {problem?.message ?? good}
            </StatusIndicator>
          </li>
        )
      })}
    </ul>
  )
}

/** The block that clients get their addresses from, judged with each key against what is around it. */
export const ClientCidrField = ({ around }: { around: CidrSurroundings }) => {
  const { watch, setValue } = useFormContext<Values>()
  const block = watch('clientCidr').trim()
  const suggest = () => {
    const free = freeClientCidr({
      max_connection_number: around.connections ?? 0,
      local_subnets: around.localSubnets,
      routes: [...around.routes, ...around.others],
    })
    if (free !== undefined) setValue('clientCidr', free, { shouldDirty: true, shouldTouch: true, shouldValidate: true })
  }
  return (
    <>
      <div>
        <InputField<Values>
          name="clientCidr"
          label="Client CIDR"
          description="Clients get their addresses from this block, four for each."
          constraint="An IPv4 block with a mask of /16 to /26, and more than four addresses for each connection."
          placeholder="172.16.0.0/21"
        />
        <div className={styles['suggest']}>
          <Button formAction="none" variant="inline-link" onClick={suggest}>
            Suggest a free block
          </Button>
        </div>
        <section aria-label="Check of the client CIDR" aria-live="polite">
          {blockVersion(block) === 'ipv4' && <Lines block={block} around={around} />}
        </section>
      </div>
      {around.routesError !== null && (
        <TextareaField<Values>
          name="typedRoutes"
          label="Routes of the VPC"
          isOptional
          description="You may not read its route table: type the destinations of its default one, so that the client CIDR can be checked against them. One per line."
          rows={2}
          placeholder="192.168.0.0/16"
        />
      )}
    </>
  )
}

import type { OperationName } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { isNotOffered } from '../api/gone.ts'
import { connectionList, customerGatewayList, gatewayList } from '../api/lists.ts'
import { p2cGatewayList, serverList } from '../api/p2c-lists.ts'
import { useDenied } from '../api/session.ts'
import { findable, findAnything } from './find-anything.ts'
import styles from './FindDialog.module.css'

type FindDialogProps = { cloudId: string; onClose: () => void }

const words = 'Name, id, address or subnet'

/** Moves the focus from one result to the next, and back to the input before the first. */
const moveFocus = (list: HTMLElement | null, input: InputProps.Ref | null, by: 1 | -1) => {
  const links = [...(list?.querySelectorAll('a') ?? [])]
  const index = links.findIndex((link) => link === document.activeElement) + by
  if (index < 0) input?.focus()
  else links[Math.min(index, links.length - 1)]?.focus()
}

/** Finds gateways, customer gateways, connections and servers by anything one may have of them: a name, an id, an address. */
export default function FindDialog({ cloudId, onClose }: FindDialogProps) {
  const [text, setText] = useState('')
  const navigate = useNavigate()
  const input = useRef<InputProps.Ref>(null)
  const list = useRef<HTMLUListElement>(null)
  const denied = useDenied(cloudId)
  const may = (name: OperationName) => denied(name) === undefined
  const [gateways, customerGateways, connections, p2cGateways, servers] = useQueries({
    queries: [
      { ...gatewayList(cloudId), enabled: may('listVgws') },
      { ...customerGatewayList(cloudId), enabled: may('listCgws') },
      { ...connectionList(cloudId), enabled: may('listVpnConnections') },
      { ...p2cGatewayList(cloudId), enabled: may('listP2cVgws') },
      { ...serverList(cloudId), enabled: may('listVpnServersByProject') },
    ],
  })
  const all = findable(cloudId, {
    gateways: gateways.data,
    customerGateways: customerGateways.data,
    connections: connections.data,
    p2cGateways: p2cGateways.data,
    servers: servers.data,
  })
  const results = findAnything(all, text)
  const isLoading = [gateways, customerGateways, connections, p2cGateways, servers].some((found) => found.isLoading)
  const missing = [
    gateways.isError && 'VPN gateways',
    customerGateways.isError && 'customer gateways',
    connections.isError && 'connections',
    // A region without remote access has none to find.
    p2cGateways.isError && !isNotOffered(p2cGateways.error) && 'Point-to-Cloud gateways',
    servers.isError && !isNotOffered(servers.error) && 'VPN servers',
  ].filter((name) => name !== false)

  useEffect(() => {
    input.current?.focus()
  }, [])

  const openFirst = () => {
    const [first] = results
    if (!first) return
    onClose()
    void navigate(first.to)
  }

  return (
    <Modal visible header="Find anything" closeAriaLabel="Close" onDismiss={onClose}>
      <Input
        ref={input}
        type="search"
        value={text}
        placeholder={words}
        ariaLabel={words}
        clearAriaLabel="Clear"
        onChange={({ detail }) => setText(detail.value)}
        onKeyDown={({ detail }) => {
          if (detail.key === 'Enter') openFirst()
          if (detail.key === 'ArrowDown') moveFocus(list.current, input.current, 1)
        }}
      />
      <ul ref={list} aria-label="Results" className={styles['results']}>
        {results.map(({ to, name, kind, hint }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles['result']}
              onClick={onClose}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
                event.preventDefault()
                moveFocus(list.current, input.current, event.key === 'ArrowDown' ? 1 : -1)
              }}
            >
              <span className={styles['name']}>{name}</span>
              <span className={styles['kind']}>{kind}</span>
              <span className={`mono ${styles['hint'] ?? ''}`}>{hint}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Box color="text-body-secondary">
        <output>
          {isLoading && 'Loading the lists. '}
          {missing.length > 0 && `Not searched, because they could not be loaded: ${missing.join(', ')}. `}
          {text !== '' && !isLoading && results.length === 0 && 'Nothing found.'}
        </output>
      </Box>
    </Modal>
  )
}

import type { Cloud } from '@vpn-console/api-client'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Link, useLocation } from 'react-router'
import { useSession } from '../api/session.ts'
import { BarIcon } from './BarIcon.tsx'
import { BarMenu } from './BarMenu.tsx'
import styles from './BarMenu.module.css'
import own from './CloudMenu.module.css'
import { cloudGroups, pageInCloud, type CloudGroup } from './cloud-switch.ts'

/** With fewer, looking is faster than typing. */
const leastToFilter = 8

/** Up and down go from one to the next; from the field, down goes to the first. */
const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  event.preventDefault()
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus()
}

const Group = ({ group: { name, clouds }, currentId }: { group: CloudGroup; currentId: string | undefined }) => {
  const { pathname } = useLocation()
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['heading']}>{name}</legend>
      {clouds.map((cloud) => (
        <Link
          key={cloud.id}
          to={pageInCloud(pathname, cloud)}
          aria-current={cloud.id === currentId}
          className={styles['item']}
        >
          <span className={styles['stack']}>
            {cloud.region}
            <span className={`mono ${styles['small'] ?? ''}`}>{cloud.project_id || cloud.id}</span>
          </span>
        </Link>
      ))}
    </fieldset>
  )
}

const Clouds = ({ currentId }: { currentId: string | undefined }) => {
  const { clouds } = useSession()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const groups = cloudGroups(clouds, typed)

  useEffect(() => {
    field.current?.focus()
  }, [])

  return (
    <div ref={list} role="presentation" onKeyDown={moveFocus}>
      {clouds.length >= leastToFilter && (
        <input
          ref={field}
          className={own['filter']}
          aria-label="Find a cloud"
          placeholder="Name, region or project"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') list.current?.querySelector('a')?.click()
          }}
        />
      )}
      {groups.map((group) => (
        <Group key={group.name} group={group} currentId={currentId} />
      ))}
      <output className={groups.length === 0 ? styles['note'] : 'visually-hidden'}>
        {groups.length === 0 && (typed === '' ? 'There is no cloud for you yet.' : 'No cloud is called that.')}
      </output>
    </div>
  )
}

/** Which cloud the pages are about: account, region and project. */
export const CloudMenu = ({ cloud }: { cloud: Cloud | undefined }) => {
  const words = cloud ? `${cloud.name} · ${cloud.region}` : 'Choose a cloud account'
  return (
    <BarMenu
      label={`Cloud account: ${words}`}
      align="start"
      button={
        <>
          <BarIcon name="cloud" />
          <span className={styles['ellipsis']}>{words}</span>
          <BarIcon name="chevron" />
        </>
      }
    >
      <Clouds currentId={cloud?.id} />
    </BarMenu>
  )
}

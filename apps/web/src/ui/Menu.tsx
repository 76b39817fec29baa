import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useNavigate } from 'react-router'
import styles from './Menu.module.css'
import { neighbour, placeBelow } from './menu-place.ts'

export type MenuAction = {
  id: string
  text: string
  /** Why it cannot be done now; undefined where it can. */
  disabledReason?: string | undefined
  /** Goes to a page, or does something here. */
  to?: string
  onChoose?: () => void
}

type MenuProps = {
  /** Name of the button, where what is on it is not one. */
  label?: string
  button: ReactNode
  /** `icon`: three dots in a row; `button`: one that looks like it. */
  look: 'icon' | 'button'
  actions: readonly MenuAction[]
  disabledReason?: string | undefined
}

type PanelProps = {
  id: string
  actions: readonly MenuAction[]
  trigger: RefObject<HTMLButtonElement | null>
  onClose: (focusTrigger: boolean) => void
}

/** The open menu: in the top layer, so that no table cuts it off, yet in its place in the document. */
const MenuPanel = ({ id, actions, trigger, onClose }: PanelProps) => {
  const panel = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()

  useEffect(() => {
    const [menu, button] = [panel.current, trigger.current]
    if (!menu || !button) return undefined
    menu.showPopover()
    placeBelow(menu, button)
    menu.querySelector('button')?.focus({ preventScroll: true })
    const closing = new AbortController()
    const { signal } = closing
    const isElsewhere = ({ target }: Event) =>
      target instanceof Node && !menu.contains(target) && !button.contains(target)
    document.addEventListener('pointerdown', (event) => isElsewhere(event) && onClose(false), { signal })
    // Whatever scrolls, the menu stays at its button.
    document.addEventListener('scroll', () => placeBelow(menu, button), { signal, capture: true })
    window.addEventListener('resize', () => placeBelow(menu, button), { signal })
    return () => closing.abort()
  }, [trigger, onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      onClose(true)
      if (event.key === 'Escape') event.preventDefault()
      return
    }
    const items = [...(panel.current?.querySelectorAll('button') ?? [])]
    const next = neighbour(
      event.key,
      items.findIndex((item) => item === document.activeElement),
      items.length,
    )
    if (next === undefined) return
    event.preventDefault()
    items[next]?.focus()
  }

  const choose = ({ to, onChoose, disabledReason }: MenuAction) => {
    if (disabledReason !== undefined) return
    onClose(true)
    if (to !== undefined) void navigate(to)
    else onChoose?.()
  }

  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="menu"
      tabIndex={-1}
      className={styles['menu']}
      onKeyDown={onKeyDown}
    >
      {actions.map((action) => {
        const reasonId = action.disabledReason === undefined ? undefined : `${id}-${action.id}`
        return (
          <div key={action.id} role="none">
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={reasonId !== undefined}
              aria-describedby={reasonId}
              className={styles['item']}
              onClick={() => choose(action)}
            >
              {action.text}
            </button>
            {reasonId !== undefined && (
              <div id={reasonId} className={styles['reason']}>
                {action.disabledReason}
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** A button that opens a menu. What cannot be done is there all the same, and says why. */
export const Menu = ({ label, button, look, actions, disabledReason }: MenuProps) => {
  const [isOpen, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [close] = useState(() => (focusTrigger: boolean) => {
    setOpen(false)
    if (focusTrigger) trigger.current?.focus()
  })

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={styles[look]}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-disabled={disabledReason !== undefined}
        title={disabledReason}
        onClick={() => {
          if (disabledReason === undefined) setOpen(!isOpen)
        }}
      >
        {button}
      </button>
      {isOpen && <MenuPanel id={id} actions={actions} trigger={trigger} onClose={close} />}
    </>
  )
}

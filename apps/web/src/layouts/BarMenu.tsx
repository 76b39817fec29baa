import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import styles from './BarMenu.module.css'

type BarMenuProps = {
  /** Name of the button. */
  label: string
  button: ReactNode
  align?: 'start' | 'end'
  /** What opens below; following a link in it closes it. */
  children: ReactNode
}

/** A button of the top bar with a panel below: closes with Escape, a click elsewhere, or when the focus leaves. */
export const BarMenu = ({ label, button, align = 'end', children }: BarMenuProps) => {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const panelId = useId()

  useEffect(() => {
    const menu = root.current
    if (!isOpen || !menu) return undefined
    const closing = new AbortController()
    const { signal } = closing
    const isOutside = (target: EventTarget | null) => target instanceof Node && !menu.contains(target)
    document.addEventListener('pointerdown', ({ target }) => isOutside(target) && setOpen(false), { signal })
    menu.addEventListener('focusout', ({ relatedTarget }) => isOutside(relatedTarget) && setOpen(false), { signal })
    menu.addEventListener('click', ({ target }) => target instanceof Element && target.closest('a') && setOpen(false), {
      signal,
    })
    menu.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Escape') return
        setOpen(false)
        trigger.current?.focus()
      },
      { signal },
    )
    return () => closing.abort()
  }, [isOpen])

  return (
    <div ref={root} className={styles['menu']}>
      <button
        ref={trigger}
        type="button"
        className={styles['button']}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div id={panelId} className={styles['panel']} data-align={align}>
          {children}
        </div>
      )}
    </div>
  )
}

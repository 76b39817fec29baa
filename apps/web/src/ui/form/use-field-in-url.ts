import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

const focusable = 'input, textarea, select, button'

/** The element around a field of the page; of a group or list, that of its first one. */
const findField = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-field]')].find(({ dataset }) => {
    const field = dataset['field']
    return field === name || field?.startsWith(`${name}.`) === true
  })

/**
 * Opens a form at the field that `?field=` names: scrolled to, focused and marked until something else is focused. A
 * field that the form does not have is ignored.
 */
export const useFieldInUrl = (): void => {
  const wanted = useSearchParams()[0].get('field')
  useEffect(() => {
    const field = wanted ? findField(wanted) : undefined
    if (!field) return undefined
    // The page's head takes the focus after a navigation; the field comes after it.
    const frame = requestAnimationFrame(() => {
      field.dataset['wanted'] = ''
      field.scrollIntoView({ block: 'center' })
      field.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true })
    })
    const forget = ({ target }: FocusEvent) => {
      if (target instanceof Node && !field.contains(target)) delete field.dataset['wanted']
    }
    document.addEventListener('focusin', forget)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', forget)
      delete field.dataset['wanted']
    }
  }, [wanted])
}

type Grid = { columns: number; count: number }

/** The cell that an arrow key leads to from the current one, or undefined. -1: none is current yet. */
export const nextCell = (key: string, current: number, { columns, count }: Grid): number | undefined => {
  const isArrow = key.startsWith('Arrow')
  if (current < 0) return isArrow && count > 0 ? 0 : undefined
  const column = current % columns
  const steps: Record<string, number> = {
    ArrowDown: current + columns,
    ArrowUp: current - columns,
    ArrowRight: column < columns - 1 ? current + 1 : -1,
    ArrowLeft: column > 0 ? current - 1 : -1,
    Home: current - column,
    End: current - column + columns - 1,
    PageDown: Math.min(current + 10 * columns, count - columns + column),
    PageUp: Math.max(current - 10 * columns, column),
  }
  const next = steps[key]
  return next === undefined || next < 0 || next >= count || next === current ? undefined : next
}

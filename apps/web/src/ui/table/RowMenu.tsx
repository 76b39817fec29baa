import { Menu, type MenuAction } from '../Menu.tsx'

export type RowAction = MenuAction

/** What can be done with one row; the button is named after the row. */
export const RowMenu = ({ name, actions }: { name: string; actions: readonly RowAction[] }) => (
  <Menu
    look="icon"
    label={`Actions for ${name}`}
    actions={actions}
    button={
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {[3, 8, 13].map((y) => (
          <circle key={y} cx="8" cy={y} r="1.5" fill="currentColor" />
        ))}
      </svg>
    }
  />
)

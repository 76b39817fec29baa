import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ForeignChange } from './tag-changes.ts'
import { TagChangeList } from './TagChangeList.tsx'

const valueText = (value: string | undefined) =>
  value === undefined ? 'without it' : value === '' ? 'without a value' : value

/** What somebody else changed while these tags were edited. */
export const ForeignChanges = ({ name, foreign }: { name: string; foreign: readonly ForeignChange[] }) => {
  const clashes = foreign.filter(({ clash }) => clash !== undefined)
  return (
    <Alert type="warning" header={`The tags of ${name} were changed meanwhile`}>
      <SpaceBetween size="xs">
        <div>Nothing was saved yet, and nothing that you typed is lost. This was changed by somebody else:</div>
        <TagChangeList changes={foreign} none="" />
        {clashes.map(({ key, after, clash }) => (
          <div key={key}>
            <b>{key}</b>: now {valueText(after)}, you want {valueText(clash?.wanted)}. Saving does it your way.
          </div>
        ))}
        <div>The other changes are in the fields below. Look at them, then save again.</div>
      </SpaceBetween>
    </Alert>
  )
}

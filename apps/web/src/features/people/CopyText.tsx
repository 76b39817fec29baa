import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'

/** Copies a text of several lines, and says whether that worked. */
export const CopyText = ({ text, children }: { text: string; children: string }) => {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Button formAction="none" iconName="copy" onClick={() => void copy()}>
        {children}
      </Button>
      <output>
        {state === 'copied' && 'Copied'}
        {state === 'failed' && 'Copying failed: mark the text and copy it by hand.'}
      </output>
    </SpaceBetween>
  )
}

import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { takesPolicyTemplate, type VpnGateway } from '@vpn-console/api-client'
import type { ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import Box from '@cloudscape-design/components/box'
import { laterWords } from '../fields/effects.ts'
import { BgpFields } from './BgpFields.tsx'
import type { ConnectionStyle } from './connection-form.ts'
import { PolicyFields } from './PolicyFields.tsx'
import { StaticFields } from './StaticFields.tsx'
import { styleWords } from './style-words.ts'
import { TemplateFields } from './TemplateFields.tsx'
import { useConnectionForm } from './use-connection-form.ts'

const contents: Record<ConnectionStyle, ReactNode> = {
  static: <StaticFields />,
  bgp: <BgpFields />,
  policy: <PolicyFields />,
  'policy-template': <TemplateFields />,
}

const isStyle = (id: string): id is ConnectionStyle => id in contents

const templateReason = (gateway: VpnGateway | undefined): string | undefined => {
  if (!gateway) return 'Choose a VPN gateway first.'
  if (takesPolicyTemplate(gateway.flavor)) return undefined
  return `${gateway.name} is ${gateway.flavor}. Policy templates need a NonFixedIP gateway.`
}

/** Step 2: which traffic goes through the tunnels, and how the two ends know. */
export const TrafficStep = () => {
  const { form, values, gateway, change } = useConnectionForm()
  const { errors } = useFormState({ control: form.control, name: 'style' })
  const reason = templateReason(gateway)
  return (
    <SpaceBetween size="l">
      <Box fontSize="body-s" color="text-body-secondary">
        Mode: {laterWords('style')}
      </Box>
      {/* With BGP the numbers stand beside what is wrong with them. */}
      {errors.style?.message !== undefined && values.style !== 'bgp' && (
        <div role="alert">
          <Alert type="error">{errors.style.message}</Alert>
        </div>
      )}
      <Tabs
        ariaLabel="Mode"
        activeTabId={values.style}
        onChange={({ detail }) => {
          if (!isStyle(detail.activeTabId)) return
          change({ style: detail.activeTabId })
          form.clearErrors('style')
        }}
        tabs={Object.entries(contents).map(([id, content]) => {
          const isOff = id === 'policy-template' && reason !== undefined
          return {
            id,
            label: styleWords(id),
            content,
            disabled: isOff,
            ...(isOff && { disabledReason: reason }),
          }
        })}
      />
    </SpaceBetween>
  )
}

import { gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { templateValues, templateWords } from '../policy-template/template-form.ts'

/** What a NonFixedIP gateway agrees on with devices that begin from anywhere. */
export const PolicyTemplate = ({ gateway }: { gateway: VpnGateway }) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { policy_template: template } = gateway
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="For devices without a fixed address: they begin, the gateway answers by this."
          actions={
            <ActionButton
              to={paths.vpnGatewayPolicyTemplate({ cloudId, gatewayId: gateway.id })}
              disabledReason={denied('updateVgw') ?? gatewayRefuses('update', gateway)}
            >
              Edit the template
            </ActionButton>
          }
        >
          Policy template
        </Header>
      }
    >
      {template ? (
        <KeyValues columns={4} items={templateWords(templateValues(template))} />
      ) : (
        <Box color="text-body-secondary">The cloud does not tell it yet.</Box>
      )}
    </Container>
  )
}

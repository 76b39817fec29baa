import type { CustomerGateway } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { CaCertificate } from './CaCertificate.tsx'

/** The CA certificate of a customer gateway, or what one would be for. */
export const CaCertificateTab = ({ gateway }: { gateway: CustomerGateway }) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { id, ca_certificate } = gateway
  const isFixed = ca_certificate?.is_updatable === false
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <ActionButton
              to={paths.customerGatewayEdit({ cloudId, customerGatewayId: id })}
              disabledReason={
                denied('updateCgw') ?? (isFixed ? 'The cloud does not let it be replaced now.' : undefined)
              }
            >
              {ca_certificate ? 'Replace certificate' : 'Upload certificate'}
            </ActionButton>
          }
        >
          CA certificate
        </Header>
      }
    >
      {ca_certificate ? (
        <CaCertificate certificate={ca_certificate} />
      ) : (
        <Box color="text-body-secondary">
          None. Only connections with SM algorithms, on a GM gateway, need one; the others use a pre-shared key.
        </Box>
      )}
    </Container>
  )
}

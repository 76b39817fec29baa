import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import type { ShownSignOn } from './sign-on-queries.ts'

/** What has to be registered at the provider, exactly so. */
export const ProviderAddresses = ({
  shown: { redirectUri, postLogoutRedirectUri },
}: {
  shown: Pick<ShownSignOn, 'redirectUri' | 'postLogoutRedirectUri'>
}) => (
  <KeyValues
    columns={1}
    items={[
      { label: 'Redirect address', value: <CopyableId value={redirectUri} what="the redirect address" /> },
      {
        label: 'Address after signing out',
        value: <CopyableId value={postLogoutRedirectUri} what="the address after signing out" />,
      },
    ]}
  />
)

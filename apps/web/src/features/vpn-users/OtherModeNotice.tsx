import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { OtherMode } from './user-words.ts'

/** What stands in the place of users where the server does not ask for their passwords. */
export const OtherModeNotice = ({ mode, serverId }: { mode: OtherMode; serverId: string }) => {
  const cloudId = useCloudId()
  return (
    <Container header={<Header variant="h2">{mode.title}</Header>}>
      <Box>{mode.text}</Box>
      {mode.tab && (
        <AppLink to={`${paths.vpnServer({ cloudId, serverId })}?tab=${mode.tab.id}`}>{mode.tab.text}</AppLink>
      )}
    </Container>
  )
}

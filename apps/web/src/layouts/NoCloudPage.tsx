import { paths } from '../paths.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Trouble } from '../ui/Trouble.tsx'

/** For somebody who is signed in, but was given no cloud to work on. */
export const NoCloudPage = () => (
  <Trouble
    title="There is no cloud account yet"
    message={
      <>
        The console knows no account that you may use. It takes one from <code>HUAWEICLOUD_SDK_AK</code>,{' '}
        <code>HUAWEICLOUD_SDK_SK</code> and <code>HUAWEICLOUD_SDK_REGION</code> where it is started.
      </>
    }
    actions={<ActionButton to={paths.signIn()}>Sign in as somebody else</ActionButton>}
  />
)

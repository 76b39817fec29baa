import { useSession } from '../api/session.ts'
import { paths } from '../paths.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Trouble } from '../ui/Trouble.tsx'
import { leave } from './leave.ts'

/** What an administrator has to know to give somebody of a provider what he needs. */
const GroupWords = ({ groups }: { groups: readonly string[] }) =>
  groups.length === 0 ? (
    <p>
      The sign-in service of your organization sent no group for you, so no role could come by one. Ask an administrator
      of the console to give you a role, or those who run the sign-in service to put you into a group that has one.
    </p>
  ) : (
    <>
      <p>
        Roles are given to people, and to the groups that the sign-in service of your organization sends. None of yours
        has a role here:
      </p>
      <ul>
        {groups.map((group) => (
          <li key={group}>
            <span className="mono">{group}</span>
          </li>
        ))}
      </ul>
      <p>
        Ask an administrator of the console to give one of them, or you, a role. Then sign in again, if you were put
        into another group for it.
      </p>
    </>
  )

/** For somebody who is signed in, but may do nothing here. */
export const NoCloudPage = () => {
  const { user, groups } = useSession()
  return (
    <Trouble
      title="There is nothing here for you yet"
      message={
        <>
          <p>
            You are signed in as <strong>{user.name}</strong>, and no cloud account was given to you.
          </p>
          {user.method === 'sso' ? (
            <GroupWords groups={groups} />
          ) : (
            <p>Ask an administrator of the console to give you a role.</p>
          )}
        </>
      }
      actions={
        <>
          <ActionButton to={paths.myAccount()}>My account</ActionButton>
          <ActionButton onClick={() => void leave().catch(() => window.location.assign(paths.signIn()))}>
            Sign out
          </ActionButton>
        </>
      }
    />
  )
}

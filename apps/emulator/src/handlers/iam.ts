import { regions } from '@vpn-console/api-client/node'
import type { Account, Accounts } from '../accounts.ts'
import type { Project } from '../project-state.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from './handler.ts'

const projectName = (account: Account, project: Project) => {
  const isFirst = account.projects.values().next().value === project
  // Only one project of a region has the region's own name; the others are subprojects of it.
  return isFirst ? project.region : `${project.region}_${project.id.slice(0, 8)}`
}

const projectViews = (account: Account) =>
  [...account.projects.values()].map((project) => ({
    id: project.id,
    name: projectName(account, project),
    domain_id: account.domainId,
    parent_id: account.domainId,
    enabled: true,
    is_domain: false,
    description: '',
  }))

const links = { next: null, previous: null, self: null }

/** Sign-in and the lists of the identity service. `accounts` issues the tokens. */
export const iam = (accounts: Accounts) =>
  ({
    createToken: ({ account: fallback, body, query, setHeader }) => {
      const { user } = body.auth.identity.password
      const expected = accounts.user
      if (
        !body.auth.identity.methods.includes('password') ||
        user.name !== expected.name ||
        user.password !== expected.password ||
        user.domain.name !== expected.domain
      ) {
        throw new Refusal('IAM.0101', 'The username or password is wrong.', 401)
      }
      const scope = body.auth.scope?.project
      // Without a project in its scope a token is good for the whole account, and for no project.
      const projects = [...accounts.keys.values()].flatMap(({ account }) =>
        [...account.projects.values()].map((project) => ({ account, project })),
      )
      const found = scope
        ? projects.find(({ account, project }) =>
            scope.id === undefined ? projectName(account, project) === scope.name : project.id === scope.id,
          )
        : { account: fallback, project: undefined }
      if (!found) throw new Refusal('IAM.0101', 'The project of the scope is not found.', 401)

      const { account, project } = found
      const now = project?.clock.now() ?? Date.now()
      const token = accounts.issueToken(account, project, now)
      setHeader('X-Subject-Token', token.text)
      const catalog = [{ type: 'vpn', endpoints: [] }]
      return {
        token: {
          expires_at: new Date(token.expiresAt).toISOString(),
          issued_at: new Date(now).toISOString(),
          ...(project ? { project: { id: project.id, name: projectName(account, project) } } : {}),
          user: { id: `user-${account.domainId.slice(0, 8)}`, name: expected.name },
          roles: [{ id: '0', name: 'te_admin' }],
          catalog: query.nocatalog === undefined ? catalog : [],
        },
      }
    },

    listProjects: ({ account, query }) => ({
      projects: projectViews(account).filter(
        ({ name, domain_id }) =>
          (!query.name || name === query.name) &&
          (!query.domain_id || domain_id === query.domain_id) &&
          query.enabled !== false &&
          query.is_domain !== true &&
          (query.page === undefined || query.page <= 1),
      ),
      links,
    }),

    listAuthProjects: ({ account }) => ({ projects: projectViews(account), links }),

    listRegions: () => ({
      regions: regions.map(({ id }) => ({
        id,
        type: 'public',
        locales: { 'en-us': id, 'zh-cn': id },
        parent_region_id: null,
      })),
    }),

    listIdentityProviders: ({ project }) => ({ identity_providers: project.neighbours.identityProviders }),
  }) satisfies Partial<Handlers>

import { ownError, type VpnProfile } from '@vpn-console/api-client'
import { expect, test, vi } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import ProfileForUser from './ProfileForUser.tsx'

const draw = async (answer: VpnProfile | Error) => {
  const asked: string[] = []
  const fetchProfile = async (osType: string) => {
    asked.push(osType)
    if (answer instanceof Error) throw answer
    return answer
  }
  const page = await renderAt('/page', <ProfileForUser auth="LOCAL_PASSWORD" fetchProfile={fetchProfile} />)
  const button = () => {
    const found = [...page.place.querySelectorAll('button')].find(({ textContent }) =>
      textContent.startsWith('Download'),
    )
    if (!found) throw new Error('There is no button to download with.')
    return found
  }
  return { ...page, asked, fetchIt: () => page.click(button()) }
}

test('the profile is saved under the name of the VPN, and the steps name the file', async () => {
  const saved: string[] = []
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  const { fetchIt, asked, text } = await draw({ profile: 'remote 192.0.2.1 443', name: 'p2c nantes' })
  await fetchIt()
  click.mockRestore()
  expect(asked).toHaveLength(1)
  expect(saved).toEqual([expect.stringMatching(/^p2c-nantes-\w+\.ovpn$/)])
  expect(text()).toContain(`${saved[0]} is among your downloads.`)
  expect(text()).toContain('Give the user name and password of this server.')
})

test('an empty profile is none', async () => {
  const { fetchIt, text } = await draw({ profile: '', name: 'p2c-nantes' })
  await fetchIt()
  expect(text()).toContain('The VPN service answered with an empty profile.')
})

test('a failure is told in words', async () => {
  const { fetchIt, text } = await draw(ownError('CONSOLE.SERVICE_DOWN'))
  await fetchIt()
  expect(text()).toContain('The VPN service cannot be reached just now')
})

import type { VpnServer } from '@vpn-console/api-client'

export type SystemId = 'windows' | 'macos' | 'linux' | 'android' | 'ios'

type AuthType = VpnServer['client_auth_type']

export type System = {
  id: SystemId
  label: string
  /** As the SDK spells it; the reference writes macOS, which not every region takes. */
  osType: 'Windows' | 'MacOS' | 'Linux' | 'Android' | 'iOS'
  client: string
  /** Where the client comes from. */
  source: { text: string; href: string }
  /** Up to the moment when the client asks who it is. */
  steps: (fileName: string) => readonly string[]
  /** How to see that it works. */
  check: string
}

const linuxFolder = '/etc/openvpn/client'

export const systems: readonly System[] = [
  {
    id: 'windows',
    label: 'Windows',
    osType: 'Windows',
    client: 'OpenVPN GUI',
    source: { text: 'OpenVPN for Windows', href: 'https://openvpn.net/community-downloads/' },
    steps: (file) => [
      'Install OpenVPN for Windows with its defaults and start OpenVPN GUI: a screen with a padlock appears beside the clock.',
      `Right-click it, choose Import, Import file, and open ${file}.`,
      `Right-click it again and choose Connect under ${file.replace(/\.ovpn$/, '')}.`,
    ],
    check: 'The icon turns green and a notice tells the address that was assigned.',
  },
  {
    id: 'macos',
    label: 'macOS',
    osType: 'MacOS',
    client: 'Tunnelblick',
    source: { text: 'Tunnelblick', href: 'https://tunnelblick.net/downloads.html' },
    steps: (file) => [
      'Install Tunnelblick and start it: its icon appears in the menu bar.',
      `Drag ${file} onto that icon and confirm with the password of the Mac; install it for yourself only.`,
      'Click the icon and choose to connect.',
    ],
    check: 'The icon shows a lit tunnel, and the connection is listed as connected.',
  },
  {
    id: 'linux',
    label: 'Linux',
    osType: 'Linux',
    client: 'openvpn',
    source: { text: 'Package openvpn of the distribution', href: 'https://community.openvpn.net/' },
    steps: (file) => [
      'Install it: sudo apt install openvpn on Debian and Ubuntu, sudo dnf install openvpn on Fedora.',
      `Put the profile where only root reads it: sudo install -m 600 ${file} ${linuxFolder}/`,
      `Start it: sudo openvpn --config ${linuxFolder}/${file}`,
      'With NetworkManager instead: install network-manager-openvpn, then nmcli connection import type openvpn file and the name of the profile.',
    ],
    check: 'The last line is "Initialization Sequence Completed", and ip address shows a tun device with an address.',
  },
  {
    id: 'android',
    label: 'Android',
    osType: 'Android',
    client: 'OpenVPN Connect',
    source: { text: 'OpenVPN Connect', href: 'https://openvpn.net/client/' },
    steps: (file) => [
      'Install OpenVPN Connect from the app store of the device.',
      `Bring ${file} to the device, over a way that only its owner can read.`,
      'In the app choose to upload a file, open the profile, and let Android allow the VPN connection.',
    ],
    check:
      'The app shows the connection as connected, with the private address below, and a key stands in the status bar.',
  },
  {
    id: 'ios',
    label: 'iOS',
    osType: 'iOS',
    client: 'OpenVPN Connect',
    source: { text: 'OpenVPN Connect', href: 'https://openvpn.net/client/' },
    steps: (file) => [
      'Install OpenVPN Connect from the App Store.',
      `Bring ${file} to the device, by AirDrop or the Files app, and open it with OpenVPN Connect.`,
      'Add the profile and let iOS allow the VPN configuration.',
    ],
    check: 'The app shows the connection as connected, and VPN stands in the status bar.',
  },
]

const signIn: Record<string, string> = {
  LOCAL_PASSWORD: 'Give the user name and password of this server. Five wrong passwords lock the user for a while.',
  IAM: 'Give the name and password of the IAM user.',
  FEDERATED: 'Sign in as the identity provider of this server asks for.',
  CERT: 'Nothing is asked for: the certificate in the profile says who connects. A locked key asks for its passphrase.',
}

/** What is to be done on a system, in order. */
export const installSteps = ({ steps, check }: System, fileName: string, auth: AuthType): string[] => [
  ...steps(fileName),
  ...(auth !== undefined && signIn[auth] !== undefined ? [signIn[auth]] : []),
  check,
]

export const systemOf = (id: string | null): System => {
  const [first] = systems
  const found = systems.find((system) => system.id === id) ?? first
  if (!found) throw new Error('There are no systems.')
  return found
}

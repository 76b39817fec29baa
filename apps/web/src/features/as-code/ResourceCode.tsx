import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useState } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { useSession } from '../../api/session.ts'
import { CodeView, type CodeFormat } from '../../ui/code/CodeView.tsx'
import { toCurlScript } from '../../ui/code/curl.ts'
import { toHcloudScript } from '../../ui/code/hcloud.ts'
import { withoutSecrets } from '../../ui/code/secrets.ts'
import type { CodeResource } from './code-resource.ts'
import { createRequest, readRequest, resourcesAsJson } from './resource-requests.ts'
import { toTerraform } from './terraform.ts'

const callOptions = [
  { id: 'create', text: 'Create' },
  { id: 'read', text: 'Read' },
]

const fileNameOf = ([first, ...others]: readonly CodeResource[]) =>
  first && others.length === 0 ? first.value.name.replaceAll(/[^A-Za-z0-9_.-]/g, '_') : 'vpn'

/** Resources as Terraform, calls and JSON. */
export const ResourceCode = ({ resources, name }: { resources: readonly CodeResource[]; name: string }) => {
  const cloudId = useCloudId()
  const cloud = useSession().clouds.find(({ id }) => id === cloudId)
  const [call, setCall] = useState('create')
  if (!cloud) return null
  const fileName = fileNameOf(resources)
  const requests = () => resources.map(call === 'create' ? createRequest : readRequest)
  const tools = (
    <SegmentedControl
      label="What the call does"
      selectedId={call}
      options={callOptions}
      onChange={({ detail }) => setCall(detail.selectedId)}
    />
  )
  const note = call === 'create' ? 'Makes another one like it, with the same network, EIPs and ends.' : undefined
  const terraform: CodeFormat = {
    id: 'terraform',
    text: 'Terraform',
    write: () => toTerraform(cloud, resources),
    fileName: `${fileName}.tf`,
    note: 'Takes over what is there: terraform plan shows what it would change. Pre-shared keys are variables.',
  }
  const curl: CodeFormat = {
    id: 'curl',
    text: 'curl',
    write: () => toCurlScript(cloud, requests()),
    fileName: `${fileName}.sh`,
    tools,
    note,
  }
  const hcloud: CodeFormat = {
    id: 'hcloud',
    text: 'hcloud',
    write: () => toHcloudScript(cloud, requests()),
    fileName: `${fileName}-hcloud.sh`,
    tools,
    note,
  }
  const json: CodeFormat = {
    id: 'json',
    text: 'JSON',
    write: () => `${JSON.stringify(withoutSecrets([], resourcesAsJson(resources)), null, 2)}\n`,
    fileName: `${fileName}.json`,
    note: 'As the cloud tells it.',
  }
  // KooCLI knows Huawei Cloud's regions, not those of Open Telekom Cloud.
  const formats = cloud.vendor === 'otc' ? [terraform, curl, json] : [terraform, curl, hcloud, json]
  return <CodeView label={`Format of ${name}`} formats={formats} />
}

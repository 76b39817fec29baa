import { useCloudId } from '../../api/operation-query.ts'
import { useSession } from '../../api/session.ts'
import { toRequestJson, type CodeRequest } from './code-request.ts'
import { CodeView, type CodeFormat } from './CodeView.tsx'
import { toCurlScript } from './curl.ts'
import { toHcloudScript } from './hcloud.ts'

type RequestCodeProps = {
  requests: readonly CodeRequest[]
  /** Name of the files, without their ending. */
  fileName?: string
}

/** Calls as a program would make them; secrets are variables. */
export default function RequestCode({ requests, fileName = 'request' }: RequestCodeProps) {
  const cloudId = useCloudId()
  const cloud = useSession().clouds.find(({ id }) => id === cloudId)
  if (!cloud) return null
  const json: CodeFormat = {
    id: 'json',
    text: 'JSON',
    write: () => toRequestJson(requests),
    fileName: `${fileName}.json`,
  }
  const curl: CodeFormat = {
    id: 'curl',
    text: 'curl',
    write: () => toCurlScript(cloud, requests),
    fileName: `${fileName}.sh`,
  }
  const hcloud: CodeFormat = {
    id: 'hcloud',
    text: 'hcloud',
    write: () => toHcloudScript(cloud, requests),
    fileName: `${fileName}-hcloud.sh`,
  }
  // KooCLI knows Huawei Cloud's regions, not those of Open Telekom Cloud.
  const formats = cloud.vendor === 'otc' ? [json, curl] : [json, curl, hcloud]
  return <CodeView label="Format of the request" formats={formats} />
}

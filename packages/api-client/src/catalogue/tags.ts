import * as z from 'zod'
import { oneOf, whole } from '../schemas/fields.ts'
import {
  countResourcesByTagsResponse,
  listProjectTagsResponse,
  listResourcesByTagsResponse,
  queryResourcesRequestBody,
  resourceTagsRequestBody,
  showResourceTagsResponse,
} from '../schemas/tags.ts'
import { inProject, pathId, tagResourceTypes, type Operation } from './operation.ts'

export const tags = {
  listResourcesByTags: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/{resource_type}/resource-instances/filter',
    action: 'vpn:resourceInstances:list',
    status: 200,
    params: inProject.extend({ resource_type: oneOf(tagResourceTypes) }),
    query: z.strictObject({
      limit: whole(1, 1000).optional().meta({ default: 1000 }),
      offset: z.int().min(0).optional().meta({ default: 0 }),
    }),
    body: queryResourcesRequestBody,
    response: listResourcesByTagsResponse,
    paging: 'offset',
    reads: true,
  },
  countResourcesByTags: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/{resource_type}/resource-instances/count',
    action: 'vpn:resourceInstances:count',
    status: 200,
    params: inProject.extend({ resource_type: oneOf(tagResourceTypes) }),
    body: queryResourcesRequestBody,
    response: countResourcesByTagsResponse,
    reads: true,
  },
  batchCreateResourceTags: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/{resource_type}/{resource_id}/tags/create',
    action: 'vpn:resourceInstanceTags:create',
    status: 204,
    params: inProject.extend({ resource_type: oneOf(tagResourceTypes), resource_id: pathId }),
    body: resourceTagsRequestBody,
  },
  batchDeleteResourceTags: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/{resource_type}/{resource_id}/tags/delete',
    action: 'vpn:resourceInstanceTags:delete',
    status: 204,
    params: inProject.extend({ resource_type: oneOf(tagResourceTypes), resource_id: pathId }),
    body: resourceTagsRequestBody,
  },
  showResourceTags: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/{resource_type}/{resource_id}/tags',
    action: 'vpn:resourceInstanceTags:list',
    status: 200,
    params: inProject.extend({ resource_type: oneOf(tagResourceTypes), resource_id: pathId }),
    response: showResourceTagsResponse,
  },
  listProjectTags: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/{resource_type}/tags',
    action: 'vpn:resourceTypeTags:list',
    status: 200,
    params: inProject.extend({ resource_type: oneOf(tagResourceTypes) }),
    response: listProjectTagsResponse,
  },
} satisfies Record<string, Operation>

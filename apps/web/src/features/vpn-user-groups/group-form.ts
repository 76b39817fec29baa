import {
  vpnUserGroupCreate,
  vpnUserGroupUpdate,
  type VpnUserGroup,
  type VpnUserGroupUpdate,
} from '@vpn-console/api-client'
import * as z from 'zod'

export type GroupFormValues = { name: string; description: string }

export const emptyGroup: GroupFormValues = { name: '', description: '' }

export const groupValuesOf = ({ name, description = '' }: VpnUserGroup): GroupFormValues => ({ name, description })

/** What the form of a group is checked by: names are each there once. `group`: the one that is edited. */
export const groupFormSchema = (groups: readonly VpnUserGroup[], group?: VpnUserGroup) => {
  const { name, description } = (group ? vpnUserGroupUpdate : vpnUserGroupCreate).required().shape
  return z.object({ name, description }).superRefine((values, context) => {
    const taken = groups.some((other) => other.id !== group?.id && other.name === values.name)
    if (taken) context.addIssue({ code: 'custom', path: ['name'], message: `There is a group ${values.name} already.` })
  })
}

export const toCreateBody = ({ name, description }: GroupFormValues) => ({
  user_group: { name, ...(description !== '' && { description }) },
})

/** What is to be changed, and nothing else. */
export const toUpdateBody = (values: GroupFormValues, group: VpnUserGroup): { user_group: VpnUserGroupUpdate } => {
  const before = groupValuesOf(group)
  return {
    user_group: {
      ...(values.name !== before.name && { name: values.name }),
      ...(values.description !== before.description && { description: values.description }),
    },
  }
}

export const isDefaultGroup = ({ type }: Pick<VpnUserGroup, 'type'>): boolean => type === 'Default'

/** Why the service lets a group not be changed, or undefined. */
export const groupRefuses = (group: Pick<VpnUserGroup, 'type'>): string | undefined =>
  isDefaultGroup(group)
    ? 'The default group is the service’s own: users without another group belong to it.'
    : undefined

import { cloudFeatures, type CloudFeatureId } from '@vpn-console/api-client'

export const featureNames = (ids: readonly CloudFeatureId[]): string =>
  cloudFeatures
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ')

import { cloudFeatures, type CloudFeatureId } from '@vpn-console/api-client'

/** The features by their names, in the order in which they are shown. */
export const featureNames = (ids: readonly CloudFeatureId[]): string[] =>
  cloudFeatures.filter(({ id }) => ids.includes(id)).map(({ name }) => name)

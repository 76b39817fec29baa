import { cloudFeatures, withNeededFeatures, type CloudFeatureId } from '@vpn-console/api-client'

/** The features with one more, and those it needs; or with one less, and without those that need it. */
export const toggleFeature = (
  chosen: readonly CloudFeatureId[],
  id: CloudFeatureId,
  isOn: boolean,
): CloudFeatureId[] => {
  if (isOn) return withNeededFeatures([...chosen, id])
  const without = new Set([id, ...cloudFeatures.filter(({ needs }) => needs.includes(id)).map((feature) => feature.id)])
  return chosen.filter((one) => !without.has(one))
}

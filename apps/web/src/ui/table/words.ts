import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter'

const operatorWords: Record<string, string> = {
  '=': 'equals',
  '!=': 'does not equal',
  ':': 'contains',
  '!:': 'does not contain',
  '^': 'starts with',
  '!^': 'does not start with',
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
}

const tokenWords = ({ propertyLabel, operator, value }: PropertyFilterProps.FormattedToken) =>
  `${propertyLabel} ${operatorWords[operator] ?? operator} ${value}`

/** The filter's own words; the kit's library of messages would weigh as much as the table itself. */
export const filterWords = (placeholder: string): PropertyFilterProps.I18nStrings => ({
  filteringAriaLabel: placeholder,
  filteringPlaceholder: placeholder,
  dismissAriaLabel: 'Dismiss',
  groupValuesText: 'Values',
  groupPropertiesText: 'Properties',
  operatorsText: 'Operators',
  operationAndText: 'and',
  operationOrText: 'or',
  operatorLessText: 'Less than',
  operatorLessOrEqualText: 'At most',
  operatorGreaterText: 'More than',
  operatorGreaterOrEqualText: 'At least',
  operatorContainsText: 'Contains',
  operatorDoesNotContainText: 'Does not contain',
  operatorEqualsText: 'Equals',
  operatorDoesNotEqualText: 'Does not equal',
  operatorStartsWithText: 'Starts with',
  operatorDoesNotStartWithText: 'Does not start with',
  editTokenHeader: 'Edit filter',
  propertyText: 'Property',
  operatorText: 'Operator',
  valueText: 'Value',
  cancelActionText: 'Cancel',
  applyActionText: 'Apply',
  allPropertiesLabel: 'Any column',
  clearFiltersText: 'Clear filters',
  tokenLimitShowMore: 'Show more',
  tokenLimitShowFewer: 'Show fewer',
  tokenOperatorAriaLabel: 'Between the filters',
  clearAriaLabel: 'Clear',
  enteredTextLabel: (text) => `Use: "${text}"`,
  formatToken: tokenWords,
  removeTokenButtonAriaLabel: (token) => `Remove the filter: ${tokenWords(token)}`,
})

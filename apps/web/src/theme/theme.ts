import type { Theme } from '@cloudscape-design/components/theming'

// One hue for everything that can be acted on; success, warning and error keep the kit's kinds, so that the accent is
// never mistaken for a state. Each step was chosen for AA contrast: 600 on the light surfaces, 400 on the dark ones.
const petrol = {
  50: '#effafa',
  100: '#d5f0f1',
  200: '#b0e2e4',
  300: '#7fcfd3',
  400: '#58bcc4',
  500: '#1d98a3',
  600: '#0b6875',
  700: '#074f5a',
  800: '#064049',
  900: '#083139',
  950: '#08252b',
  1000: '#0a2226',
}

const slate = {
  50: '#fbfcfc',
  100: '#f7f9f9',
  150: '#f3f6f6',
  200: '#eef2f2',
  250: '#e6ebec',
  300: '#d9e0e1',
  350: '#c4cdcf',
  400: '#b1bbbe',
  450: '#9aa6a9',
  500: '#7f8c90',
  550: '#6b787c',
  600: '#5c686c',
  650: '#3e494d',
  700: '#2f393d',
  750: '#252e32',
  800: '#1f272a',
  850: '#1a2124',
  900: '#151b1e',
  950: '#10161a',
  1000: '#070a0b',
}

const sans =
  "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, 'Liberation Sans', 'Helvetica Neue', Arial, sans-serif"
const mono =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"

/** Our look on the kit: colour, type, corners. Everything else of the kit derives from these. */
export const theme: Theme = {
  referenceTokens: {
    color: { primary: petrol, neutral: slate, info: { 50: '#eef5fd', 400: '#8db8ea', 600: '#2b5fa3' } },
  },
  tokens: {
    fontFamilyBase: sans,
    fontFamilyHeading: sans,
    fontFamilyDisplay: sans,
    fontFamilyMonospace: mono,
    fontSizeHeadingXl: '22px',
    lineHeightHeadingXl: '28px',
    fontWeightHeadingXl: '650',
    fontWeightHeadingL: '650',
    fontWeightButton: '600',
    borderRadiusButton: '6px',
    borderRadiusInput: '5px',
    borderRadiusContainer: '8px',
    borderRadiusAlert: '6px',
    borderRadiusFlashbar: '6px',
    borderRadiusDropdown: '6px',
    borderRadiusItem: '5px',
    borderRadiusPopover: '6px',
    borderRadiusBadge: '4px',
    borderRadiusToken: '5px',
    borderRadiusTiles: '6px',
    borderWidthButton: '1px',
    borderWidthAlert: '1px',
    borderWidthToken: '1px',
    colorBackgroundFlashbarSuccess: { light: '#1d6b45', dark: '#1d6b45' },
    colorBackgroundFlashbarError: { light: '#a82222', dark: '#a82222' },
    colorBackgroundFlashbarInfo: { light: '#2b5fa3', dark: '#2b5fa3' },
    colorBackgroundLayoutMain: { light: '{colorNeutral150}', dark: '{colorNeutral950}' },
    colorBackgroundContainerContent: { light: '#ffffff', dark: '{colorNeutral850}' },
    colorBackgroundContainerHeader: { light: '#ffffff', dark: '{colorNeutral850}' },
    colorBorderDividerDefault: { light: '{colorNeutral300}', dark: '{colorNeutral700}' },
    colorBorderButtonNormalDefault: { light: '{colorNeutral500}', dark: '{colorNeutral550}' },
    colorBackgroundButtonPrimaryDefault: { light: '{colorPrimary600}', dark: '{colorPrimary400}' },
    colorBackgroundButtonPrimaryHover: { light: '{colorPrimary700}', dark: '{colorPrimary300}' },
    colorBackgroundButtonPrimaryActive: { light: '{colorPrimary800}', dark: '{colorPrimary200}' },
    colorBorderButtonPrimaryDefault: { light: '{colorPrimary600}', dark: '{colorPrimary400}' },
  },
}

/** Tokens of the kit that our own stylesheets use, each under its plain name: `--color-text-accent`. */
export const sharedTokens = [
  'colorBackgroundContainerContent',
  'colorBackgroundDropdownItemHover',
  'colorBackgroundItemSelected',
  'colorBackgroundLayoutMain',
  'colorBackgroundPopover',
  'colorBorderDividerDefault',
  'colorBorderItemFocused',
  'colorBorderInputDefault',
  'colorTextAccent',
  'colorTextBodyDefault',
  'colorTextBodySecondary',
  'colorTextHeadingDefault',
  'colorTextLinkDefault',
  'colorTextLinkHover',
  'colorTextStatusError',
  'colorTextStatusInactive',
  'colorTextStatusInfo',
  'colorTextStatusSuccess',
  'colorTextStatusWarning',
  'colorBackgroundStatusError',
  'colorBackgroundStatusInfo',
  'colorBackgroundStatusSuccess',
  'colorBackgroundStatusWarning',
  'colorChartsPaletteCategorical1',
  'colorChartsPaletteCategorical5',
  'borderRadiusContainer',
  'borderRadiusInput',
  'borderRadiusItem',
  'fontFamilyBase',
  'fontFamilyMonospace',
] as const

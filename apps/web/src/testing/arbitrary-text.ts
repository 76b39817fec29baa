import * as fc from 'fast-check'

/** Texts that trip over quoting: quotes, templates of shells and of Terraform, line ends, other scripts. */
export const awkwardText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '`',
        '\\',
        '$',
        '${',
        '%{',
        '$${',
        '%%{',
        '}',
        '{',
        '\n',
        '\r\n',
        '\t',
        '\u2028',
        '$(id)',
        '$PSK',
        '@@',
        '@@0@@',
        '!',
        '*',
        '~',
        '#',
        '//',
        '<<EOT',
        'é',
        '日本',
        '👩🏽‍🚀',
        ' ',
        'a',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

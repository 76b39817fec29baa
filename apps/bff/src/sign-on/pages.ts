const escape = (text: string) => text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)

const page = (title: string, head: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · VPN Console</title>
${head}
</head>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 12vh auto; padding: 0 1.5rem">
<main>
<h1 style="font-size: 1.4rem">${escape(title)}</h1>
${body}
</main>
</body>
</html>
`

/**
 * Goes on to a page of ours by itself. The way back from the provider began on a foreign site, so the browser would not
 * send our strict cookie along with a redirect; it does with what this page, which is ours, leads to.
 */
export const onwardPage = (target: string): string =>
  page(
    'You are signed in',
    `<meta http-equiv="refresh" content="0;url=${escape(target)}">`,
    `<p><a href="${escape(target)}">Go on to the console</a></p>`,
  )

const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`

export type TrialResult = {
  name: string | undefined
  nameClaim: string
  groups: readonly string[] | undefined
  groupsClaim: string
  /** Names of all claims that came. */
  claims: readonly string[]
}

/** What a sign-in that was only tried brought along. */
export const trialPage = ({ name, nameClaim, groups, groupsClaim, claims }: TrialResult): string => {
  const nameWords = name
    ? `<p>You would be named <strong>${escape(name)}</strong>, by the claim <code>${escape(nameClaim)}</code>.</p>`
    : `<p><strong>The claim ${escape(nameClaim)} did not come</strong>, or holds no text: nobody could sign in. Choose one of those below, or ask for another scope.</p>`
  const groupWords = (() => {
    if (!groups) {
      return `<p><strong>The claim ${escape(groupsClaim)} did not come</strong>: nobody would have a role by his groups. Ask for another scope, or let the provider put the groups into the ID token.</p>`
    }
    if (groups.length === 0) return `<p>The claim <code>${escape(groupsClaim)}</code> came without any group.</p>`
    return `<p>These groups came by the claim <code>${escape(groupsClaim)}</code>:</p>${list(groups)}`
  })()
  return page(
    'The sign-in works up to here',
    '',
    `${nameWords}${groupWords}<p>Claims that came:</p>${list(claims)}<p>Nobody was signed in by this. You can close this window.</p>`,
  )
}

/** Why a sign-in that was only tried did not come to its end. */
export const failedTrialPage = (words: string): string =>
  page('The sign-in does not work yet', '', `<p>${escape(words)}</p><p>You can close this window.</p>`)

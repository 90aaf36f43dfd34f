/* Runs before anything is painted: the reader's light or dark, and what Material's script expects to find.
   What is remembered is kept by the site's own path, so that two sites on one host do not mix. */

var __md_scope = new URL(document.currentScript.dataset.base, location)

var __md_hash = text => Array.from(text).reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0)

/* A browser may forbid storage, or hold what somebody else left there: then nothing is remembered. */
var __md_get = (key, storage, scope = __md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`))
  } catch {
    return null
  }
}

var __md_set = (key, value, storage, scope = __md_scope) => {
  try {
    (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value))
  } catch {
    /* as above */
  }
}

{
  const automatic = "(prefers-color-scheme)"
  const chosen = __md_get("__palette")?.color
  const media = chosen?.media ?? automatic
  const device = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default"
  const scheme = media === automatic ? device : chosen.scheme

  /* The head is still being read. Whoever waits for the body is told before it can be painted. */
  new MutationObserver((_, observer) => {
    if (!document.body) return
    observer.disconnect()
    document.body.dataset.mdColorMedia = media
    document.body.dataset.mdColorScheme = scheme
  }).observe(document.documentElement, { childList: true })
}

/* Search as you type, in Material's box and with its shortcuts: f, s or / opens it, the arrows move, Enter goes, Esc
   closes. pagefind does the finding, in this browser; nothing of it is fetched before the box is opened. */
{
  const BATCH = 8
  const PAUSE = 120 /* milliseconds without a key before a search begins */

  const root = new URL("../../", document.currentScript.src)
  const opener = document.querySelector("[data-search=open]")
  const dialog = document.querySelector("dialog.md-search")
  const part = name => dialog.querySelector(`.md-search${name}`)
  const [input, status, list] = ["__input", "-result__meta", "-result__list"].map(part)
  const [more, close] = ["more", "close"].map(name => dialog.querySelector(`[data-search=${name}]`))
  const pattern = dialog.querySelector("template").content
  const words = dialog.dataset

  let engine /* pagefind, once it is asked for */
  let turn = 0 /* counts searches; an answer to an older one is dropped */
  let rest = [] /* results that are not shown yet */

  /* pagefind ------------------------------------------------------------------------------------------------------ */

  async function start() {
    const pagefind = await import(new URL("pagefind/pagefind.js", root))
    const excerptLength = matchMedia("(max-width: 30em)").matches ? 16 : 26 /* words */
    const options = { excerptLength, ranking: { metaWeights: { title: 5, people: 2, label: 0.5 } } }
    await pagefind.options(options)
    await pagefind.init()
    const years = await (await fetch(new URL("pagefind/years.json", root))).json()
    await Promise.all(years.map(year => pagefind.mergeIndex(new URL(`pagefind/${year}/`, root).href, options)))
    return pagefind
  }

  const load = () =>
    (engine ??= start().catch(fault => {
      engine = undefined
      throw fault
    }))

  async function search() {
    const now = ++turn
    const query = input.value.trim()
    if (location.protocol === "file:") return say(words.folder)
    if (query === "") return clear(words.placeholder)
    try {
      const found = await (await load()).debouncedSearch(query, {}, PAUSE)
      if (now === turn) await show(found.results, now)
    } catch (fault) {
      console.warn(fault)
      if (now === turn) clear(words.failed)
    }
  }

  /* What is shown ------------------------------------------------------------------------------------------------- */

  const say = sentence => {
    if (status.textContent !== sentence) status.textContent = sentence
  }

  function clear(sentence) {
    list.replaceChildren()
    rest = []
    more.hidden = true
    say(sentence)
  }

  async function show(results, now) {
    const pages = await Promise.all(results.slice(0, BATCH).map(result => result.data()))
    if (now !== turn) return
    list.replaceChildren(...pages.map(item))
    list.closest(".md-search__output").scrollTop = 0
    keep(results.slice(BATCH))
    say(results.length > 1 ? words.other.replace("#", results.length) : results.length ? words.one : words.none)
  }

  async function showMore() {
    const now = turn
    const pages = await Promise.all(rest.slice(0, BATCH).map(result => result.data()))
    if (now !== turn) return
    const items = pages.map(item)
    list.append(...items)
    keep(rest.slice(BATCH))
    items[0].querySelector("a").focus()
  }

  function keep(results) {
    rest = results
    more.hidden = rest.length === 0
  }

  /* A page; or, where it is a long one, its part that has most of what was searched for. */
  function item(page) {
    const address = new URL(page.url, location)
    const told = address.searchParams
    const heading = told.has("parts") ? heaviest(page.sub_results) : undefined
    const result = document.importNode(pattern, true).firstElementChild
    const fill = (name, ...content) => result.querySelector(name).replaceChildren(...content)

    const link = result.querySelector("a")
    link.href = address.pathname + (heading?.anchor ? `#${heading.anchor.id}` : "")
    link.textContent = heading?.anchor ? heading.title : page.meta.title
    fill(".press-kicker", [page.meta.label, heading?.anchor && page.meta.title].filter(Boolean).join(" · "))
    fill(".md-search-result__excerpt", ...marked((heading ?? page).excerpt))
    fill(".press-meta", ...[told.get("draft"), told.get("date"), page.meta.people].filter(Boolean).map(span))
    if (told.has("picture")) fill(".md-search-result__picture", picture(told.get("picture")))
    return result
  }

  const weight = part => part.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0)
  const heaviest = parts => parts.reduce((one, other) => (one && weight(one) >= weight(other) ? one : other), undefined)

  /* An excerpt is HTML that holds text and `mark` alone; no more than that is taken over. */
  function marked(excerpt) {
    const { body } = new DOMParser().parseFromString(excerpt.trim(), "text/html")
    const text = body.textContent
    const pieces = [...body.childNodes].flatMap(node => (node.nodeName === "MARK" ? mark(node) : node.textContent))
    return [/^\p{Ll}/u.test(text) ? "…\u00a0" : "", ...pieces, /[.!?…:]$/.test(text) ? "" : "\u00a0…"]
  }

  /* pagefind marks a comma together with the word before it. */
  function mark({ textContent }) {
    const word = textContent.replace(/\p{P}+$/u, "")
    const element = document.createElement("mark")
    element.textContent = word
    return [element, textContent.slice(word.length)]
  }

  function span(text) {
    const element = document.createElement("span")
    element.textContent = text
    return element
  }

  function picture(path) {
    const image = new Image(96, 72)
    image.alt = ""
    image.loading = "lazy"
    image.decoding = "async"
    image.src = new URL(path, root)
    return image
  }

  /* The box and the keyboard -------------------------------------------------------------------------------------- */

  async function open() {
    if (dialog.open) return
    dialog.showModal()
    input.focus()
    input.select()
    if (location.protocol === "file:" || input.value.trim()) return search()
    say(words.initializer)
    const now = turn
    const ready = await load().then(
      () => words.placeholder,
      () => words.failed,
    )
    if (now === turn) say(ready)
  }

  /* Up and down go through the field and the results, round and round. */
  const stops = () => [input, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])]

  function step(by) {
    const all = stops()
    const place = Math.max(0, all.indexOf(document.activeElement))
    all[(place + by + all.length) % all.length].focus()
  }

  /* Tab stays in the box. */
  function turnRound(event) {
    const last = list.firstChild ? stops().at(-1) : close
    const [from, to] = event.shiftKey ? [input, last] : [last, input]
    if (document.activeElement !== from) return
    event.preventDefault()
    to.focus()
  }

  const typing = element =>
    element.isContentEditable || element.matches("select, textarea, input:not([type=radio], [type=checkbox])")

  function onGlobalKey(event) {
    const wanted = ["f", "s", "/"].includes(event.key) && !typing(event.target)
    if (!wanted || event.defaultPrevented || document.querySelector("dialog[open]")) return
    event.preventDefault()
    open()
  }

  function onDialogKey(event) {
    if (event.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === "Tab") turnRound(event)
    else if (by) {
      event.preventDefault()
      step(by)
    } else if (event.key.length === 1 && !document.activeElement.matches(event.key === " " ? "input, button" : "input")) {
      input.focus()
      input.setSelectionRange(input.value.length, input.value.length)
    }
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (dialog.open) onDialogKey(event)
    else onGlobalKey(event)
  })
  dialog.addEventListener("submit", event => {
    event.preventDefault()
    list.querySelector("a")?.click()
  })
  dialog.addEventListener("reset", () => {
    ++turn
    clear(words.placeholder)
    input.focus()
  })
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("a")) dialog.close()
  })
  input.addEventListener("input", search)
  more.addEventListener("click", showMore)
  close.addEventListener("click", () => dialog.close())
  opener.addEventListener("click", open)
  opener.dataset.ready = ""

  const asked = new URLSearchParams(location.search).get("q")
  if (asked) {
    input.value = asked
    open()
  }
}

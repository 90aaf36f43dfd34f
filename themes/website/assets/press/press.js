/* Conveniences; everything works without them. Runs before Material's script. */

/* That one is large, and nothing in it is waited for: it comes when the page stands. It looks for the page's end, which
   is past by then, and is told of it again. */
{
  const script = Object.assign(document.createElement("script"), { src: document.currentScript.dataset.then })
  script.addEventListener("load", () => document.dispatchEvent(new Event("DOMContentLoaded")))
  const follow = () => requestAnimationFrame(() => setTimeout(() => document.head.append(script)))
  addEventListener("load", follow, { once: true })
}

/* On a phone the way that one is on may be beyond the edge. */
for (const here of document.querySelectorAll(".press-nav [aria-current]")) {
  const bar = here.closest("ul"), [at, edges] = [here, bar].map(element => element.getBoundingClientRect())
  if (at.right > edges.right) bar.scrollLeft += at.right - edges.right + 60
  if (at.left < edges.left) bar.scrollLeft += at.left - edges.left - 60
}

/* What is ticked stays so in Firefox when the page is loaded again; these two stand for what is open, and nothing is. */
for (const toggle of document.querySelectorAll(".md-toggle")) toggle.checked = false

/* Material's script asks for a sitemap beside every alternate, which may be at another address. Browsers and feed
   readers read `rel` as a list of words; Material's script compares the whole, and now leaves them alone. */
for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel = "alternate "

/* From a folder on disk (file:) there is no server that finds index.html behind a slash. */
if (location.protocol === "file:")
  for (const link of document.querySelectorAll("a[href]"))
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"

/* Conveniences; everything works without them. Runs before Material's script. */

/* Material's script asks for a sitemap beside every alternate, which may be at another address. Browsers and feed
   readers read `rel` as a list of words; Material's script compares the whole, and now leaves them alone. */
for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel = "alternate "

/* From a folder on disk (file:) there is no server that finds index.html behind a slash. */
if (location.protocol === "file:")
  for (const link of document.querySelectorAll("a[href]"))
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"

/* A chapter plays here instead of opening the sound by itself. */
const player = document.querySelector(".press-player")
if (player)
  for (const link of document.querySelectorAll(".press-chapters a[data-seconds]"))
    link.addEventListener("click", event => {
      event.preventDefault()
      player.currentTime = Number(link.dataset.seconds)
      player.play()
    })

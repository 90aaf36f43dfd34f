/* Two conveniences; everything works without them. */

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

/* Buttons that copy: `data-copy` holds what, `data-copied` what the button says for a moment. They show only where
   scripts run (player.css). When it is done, the button tells by an event, `press:copied`. */
;(() => {
  /* Browsers keep the clipboard for https; over http a selected field still works. */
  const byField = text => {
    const field = document.createElement("textarea")
    field.value = text
    field.readOnly = true
    field.className = "press-unseen"
    document.body.append(field)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    return done
  }

  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return byField(text)
    }
  }

  const sayDone = button => {
    const label = button.querySelector("[data-part=label]")
    if (!label || button.dataset.said) return
    button.dataset.said = label.textContent
    label.textContent = button.dataset.copied
    setTimeout(() => {
      label.textContent = button.dataset.said
      delete button.dataset.said
    }, 2500)
  }

  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]")
    if (!button) return
    const done = await copy(button.dataset.copy)
    button.focus()
    if (!done) return
    sayDone(button)
    button.dispatchEvent(new CustomEvent("press:copied"))
  })
})()

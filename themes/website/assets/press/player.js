/* The player: a bar of our own over the browser's audio element, chapters and a transcript that follow the sound.
   Without it the browser's own player serves, and chapters and lines open the sound from their moment on.
   memory.js is loaded before it. */
;(() => {
  const BACK = 15
  const AHEAD = 30
  const ARROW = 5
  const SPEEDS = [0.8, 1, 1.2, 1.5, 1.75, 2]
  const WORTH = 10 /* seconds from either end within which a place is not worth remembering */
  const EVERY = 5 /* seconds between two times of remembering */

  const memory = window.pressMemory
  const language = document.documentElement.lang
  const still = matchMedia("(prefers-reduced-motion: reduce)")
  const bounded = (value, low, high) => Math.min(Math.max(value, low), high)
  const fill = (words, blanks) => words.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank)

  const clock = seconds => {
    const whole = Math.floor(seconds)
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    const two = number => String(number).padStart(2, "0")
    return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
  }

  /* The moment in an address: `#t=63`, `#t=1:03`, `#t=npt:63,90` (W3C Media Fragments); null where there is none. */
  const momentIn = hash => {
    const found = /^#t=(?:npt:)?(\d+(?::\d+){0,2}(?:\.\d+)?)(?:,|$)/.exec(hash)
    return found && found[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0)
  }

  /* Parts of a page that belong to moments of a sound: chapters, lines. */
  class Course {
    constructor(links, row) {
      this.steps = links.map(link => ({ seconds: Number(link.dataset.seconds), title: link.dataset.title, link, row: link.closest(row) }))
      this.current = null
    }

    /* Mark the step that a moment falls into; return it if it is another than before. */
    reach(seconds) {
      const step = this.steps.findLast(each => each.seconds <= seconds + 0.05) ?? null
      if (step === this.current) return null
      this.current?.row.classList.remove("is-on")
      this.current?.link.removeAttribute("aria-current")
      step?.row.classList.add("is-on")
      step?.link.setAttribute("aria-current", "true")
      this.current = step
      return step
    }
  }

  class Sound {
    constructor(home, template) {
      this.home = home
      this.audio = home.querySelector("audio")
      this.about = home.dataset
      this.wanted = null /* where to begin, as long as nothing is loaded */
      this.kept = 0 /* the place that was last remembered */
      this.heard = 0 /* seconds played since the page was opened */
      this.last = 0
      this.chapters = new Course([], "li")
      this.watchers = []
      this.bar = template.content.firstElementChild.cloneNode(true)
      this.bar.setAttribute("aria-label", this.audio.getAttribute("aria-label"))
      this.parts = Object.fromEntries([...this.bar.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]))
      this.furnish()
      this.listen()
      home.append(this.bar)
      this.audio.controls = false
      home.classList.add("is-ready")
      this.offer()
      this.draw()
    }

    get length() {
      return Number.isFinite(this.audio.duration) ? this.audio.duration : Number(this.about.seconds)
    }

    get place() {
      return this.wanted ?? this.audio.currentTime
    }

    furnish() {
      const { speed, slider } = this.parts
      const number = new Intl.NumberFormat(language)
      for (const each of SPEEDS) speed.add(new Option(`${number.format(each)}×`, each))
      speed.value = memory.speed(SPEEDS)
      slider.max = Math.floor(this.length)
      for (const layer of ["buffered", "played"]) {
        this.parts[layer] = document.createElement("span")
        this.parts[layer].className = `press-bar__${layer}`
        this.parts.track.append(this.parts[layer])
      }
    }

    listen() {
      const { audio, parts } = this
      parts.play.addEventListener("click", () => this.toggle())
      parts.back.addEventListener("click", () => this.jump(this.place - BACK))
      parts.ahead.addEventListener("click", () => this.jump(this.place + AHEAD))
      parts.resume.addEventListener("click", () => this.resume())
      parts.share.addEventListener("click", event => this.share(event))
      parts.share.addEventListener("press:copied", () => this.say(fill(parts.share.dataset.shared, { time: clock(this.place) })))
      parts.speed.addEventListener("change", () => this.hasten(Number(parts.speed.value)))
      parts.slider.addEventListener("input", () => this.jump(Number(parts.slider.value)))
      parts.slider.addEventListener("keydown", event => this.key(event))
      audio.addEventListener("loadedmetadata", () => this.begin())
      audio.addEventListener("play", () => this.started())
      audio.addEventListener("pause", () => this.stopped())
      audio.addEventListener("ended", () => memory.keep(this.about.sound, 0))
      audio.addEventListener("error", () => this.failed())
      for (const name of ["timeupdate", "progress", "seeked", "durationchange", "ratechange"]) audio.addEventListener(name, () => this.draw())
      audio.addEventListener("timeupdate", () => this.listened())
      addEventListener("pagehide", () => this.remember())
    }

    play() {
      this.audio.playbackRate = Number(this.parts.speed.value)
      this.audio.play().catch(() => this.draw()) /* no leave to play, or no sound: the button says so */
    }

    toggle() {
      if (this.audio.paused) this.play()
      else this.audio.pause()
    }

    /* Go to a moment; before anything is loaded, take it down for when it is. */
    jump(seconds) {
      const to = bounded(seconds, 0, this.length)
      if (this.audio.readyState) this.audio.currentTime = to
      else this.wanted = to
      this.last = to
      this.parts.resume.hidden = true
      this.draw()
    }

    begin() {
      if (this.wanted !== null) this.audio.currentTime = this.wanted
      this.wanted = null
      this.parts.slider.max = Math.floor(this.length)
      this.draw()
    }

    key(event) {
      const steps = { ArrowLeft: -ARROW, ArrowDown: -ARROW, ArrowRight: ARROW, ArrowUp: ARROW, PageDown: -AHEAD, PageUp: AHEAD }
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === " ") this.toggle()
      else if (event.key in steps) this.jump(this.place + steps[event.key])
      else return
      event.preventDefault()
    }

    hasten(speed) {
      memory.keepSpeed(speed)
      for (const sound of sounds) {
        sound.parts.speed.value = speed
        sound.audio.playbackRate = speed
      }
    }

    started() {
      for (const other of sounds) if (other !== this) other.audio.pause()
      this.home.classList.add("is-used")
      this.say("")
      this.tell()
      this.draw()
    }

    stopped() {
      this.remember()
      this.draw()
    }

    failed() {
      this.say(this.parts.said.dataset.failed)
      this.draw()
    }

    listened() {
      const now = this.audio.currentTime
      if (!this.audio.paused) this.heard += bounded(now - this.last, 0, 1)
      this.last = now
      if (this.heard < WORTH) return
      this.parts.resume.hidden = true
      if (Math.abs(now - this.kept) >= EVERY) this.remember()
    }

    /* An older place stays until something new is worth it. */
    remember() {
      if (this.heard < WORTH && !this.parts.resume.hidden) return
      if (!this.home.classList.contains("is-used")) return
      this.kept = this.place
      const worth = this.kept > WORTH && this.kept < this.length - WORTH
      memory.keep(this.about.sound, worth ? Math.floor(this.kept) : 0)
    }

    offer() {
      this.old = memory.place(this.about.sound)
      if (!this.old || this.old > this.length) return
      this.parts.resume.textContent = fill(this.parts.resume.dataset.words, { time: clock(this.old) })
      this.parts.resume.hidden = false
    }

    resume() {
      this.jump(this.old)
      this.play()
      this.parts.play.focus()
    }

    share(event) {
      const address = new URL(location.href)
      address.hash = `t=${Math.floor(this.place)}`
      this.parts.share.dataset.copy = address.href
      if (!navigator.share || !matchMedia("(pointer: coarse)").matches) return
      event.stopPropagation()
      navigator.share({ title: this.about.title, url: address.href }).catch(() => {}) /* closed again: nothing to do */
    }

    say(words) {
      this.parts.said.textContent = words
    }

    follow(course, mind) {
      this.watchers.push({ course, mind })
      this.draw()
    }

    mark(chapters) {
      this.chapters = chapters
      for (const { seconds } of chapters.steps.slice(1)) {
        const mark = document.createElement("span")
        mark.className = "press-bar__mark"
        mark.style.setProperty("--at", seconds / this.length)
        this.parts.track.append(mark)
      }
      this.draw()
    }

    draw() {
      const { parts, place, length, audio } = this
      const ended = audio.buffered.length ? audio.buffered.end(audio.buffered.length - 1) : 0
      this.bar.classList.toggle("is-playing", !audio.paused)
      parts.play.setAttribute("aria-label", audio.paused ? parts.play.dataset.play : parts.play.dataset.pause)
      parts.played.style.setProperty("--at", length ? bounded(place / length, 0, 1) : 0)
      parts.buffered.style.setProperty("--at", length ? bounded(ended / length, 0, 1) : 0)
      this.chapters.reach(place)
      for (const { course, mind } of this.watchers) {
        const step = course.reach(place)
        if (step) mind(step)
      }
      this.tellTime(place, length)
    }

    /* Words change once a second, not four times. */
    tellTime(place, length) {
      const { parts } = this
      const chapter = this.chapters.current?.title ?? ""
      const now = `${Math.floor(place)} ${Math.floor(length)} ${chapter}`
      if (now === this.told) return
      this.told = now
      const at = fill(parts.slider.dataset.words, { time: clock(place), length: clock(Math.round(length)) })
      parts.slider.value = Math.floor(place)
      parts.slider.setAttribute("aria-valuetext", chapter ? `${at}, ${chapter}` : at)
      parts.elapsed.textContent = clock(place)
      parts.left.textContent = `−${clock(Math.max(0, Math.round(length) - Math.floor(place)))}`
      parts.now.textContent = chapter || this.about.title
      const share = fill(parts.share.dataset.words, { time: clock(place) })
      parts.share.setAttribute("aria-label", share)
      parts.share.title = share
    }

    /* Tell the device what plays, for its lock screen and the keys of a headset. */
    tell() {
      const session = navigator.mediaSession
      if (!session) return
      const { title, show, cover } = this.about
      const artwork = cover ? [{ src: new URL(cover, location.href).href }] : []
      session.metadata = new MediaMetadata({ title, artist: show, album: show, artwork })
      const actions = {
        play: () => this.play(),
        pause: () => this.audio.pause(),
        seekbackward: ({ seekOffset }) => this.jump(this.place - (seekOffset ?? BACK)),
        seekforward: ({ seekOffset }) => this.jump(this.place + (seekOffset ?? AHEAD)),
        seekto: ({ seekTime }) => this.jump(seekTime),
      }
      for (const [name, act] of Object.entries(actions)) {
        try {
          session.setActionHandler(name, act)
        } catch {
          continue /* a browser that does not know this one */
        }
      }
    }
  }

  /* The transcript, in its own box: it follows until the reader scrolls in it. */
  class Transcript {
    constructor(root, sound) {
      this.box = root.querySelector(".press-transcript__box")
      this.switch = root.querySelector("[data-part=follow]")
      this.switch.addEventListener("click", () => this.follow(!this.follows))
      for (const name of ["wheel", "touchmove"]) this.box.addEventListener(name, () => this.scrolled(), { passive: true })
      this.box.addEventListener("keydown", event => this.scrolledBy(event.key))
      this.box.addEventListener("pointerdown", event => this.grabbed(event))
      this.box.addEventListener("click", event => this.clicked(event, sound))
      const lines = new Course([...root.querySelectorAll("a[data-seconds]")], ".press-line")
      sound.follow(lines, step => this.reached(step))
      this.follow(true)
    }

    follow(wish) {
      this.follows = wish
      this.switch.setAttribute("aria-checked", String(wish))
      if (wish && this.row) this.show(this.row)
    }

    reached({ row }) {
      this.row = row
      if (this.follows) this.show(row)
    }

    show(row) {
      if (this.box.scrollHeight <= this.box.clientHeight) return
      const shift = row.getBoundingClientRect().top - this.box.getBoundingClientRect().top
      const top = this.box.scrollTop + shift - this.box.clientHeight / 3
      this.box.scrollTo({ top, behavior: still.matches ? "auto" : "smooth" })
    }

    scrolled() {
      if (this.box.scrollHeight > this.box.clientHeight) this.follow(false)
    }

    scrolledBy(key) {
      if (["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"].includes(key)) this.scrolled()
    }

    /* Somebody takes hold of the scroll bar, which lies beside what is inside the box. */
    grabbed(event) {
      if (event.target === this.box && event.offsetX > this.box.clientWidth) this.scrolled()
    }

    /* A click anywhere in a line plays it; marking words to copy them does not. */
    clicked(event, sound) {
      const line = event.target.closest(".press-line__text")?.closest(".press-line")
      if (!line || !getSelection().isCollapsed) return
      sound.jump(Number(line.querySelector("[data-seconds]").dataset.seconds))
      sound.play()
    }
  }

  const template = document.getElementById("press-bar")
  const sounds = template ? [...document.querySelectorAll(".press-sound")].map(home => new Sound(home, template)) : []
  const main = sounds.find(({ home }) => home.classList.contains("press-sound--bar"))
  if (!main) return

  /* From here on: the page of one episode, whose address may name a moment. */
  for (const link of document.querySelectorAll("a[data-seconds]")) link.setAttribute("href", `#t=${link.dataset.seconds}`)
  const chapters = [...document.querySelectorAll(".press-chapter a[data-seconds]")]
  if (chapters.length) main.mark(new Course(chapters, ".press-chapter"))
  const transcript = document.querySelector(".press-transcript")
  if (transcript) new Transcript(transcript, main)

  const land = () => {
    const moment = momentIn(location.hash)
    if (moment !== null) main.jump(moment)
  }
  addEventListener("hashchange", land)
  land()

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href*='#t=']")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    if (link.origin !== location.origin || link.pathname !== location.pathname) return
    const moment = momentIn(link.hash)
    if (moment === null) return
    event.preventDefault()
    main.jump(moment)
    main.play()
  })
})()

/* How far each episode was heard, and how fast: kept in this browser (localStorage), and sent nowhere.
   Where a browser may not keep anything, or something else lies there, nothing is remembered and all else works. */
;(() => {
  const PLACES = "press-places"
  const SPEED = "press-speed"
  const MANY = 100 /* episodes whose place is kept, the last ones heard */

  const read = key => {
    try {
      return JSON.parse(localStorage.getItem(key))
    } catch {
      return null
    }
  }

  const write = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value))
    } catch {
      return /* not allowed, or full */
    }
  }

  const places = () => {
    const kept = read(PLACES)
    return new Map(Array.isArray(kept) ? kept.filter(Array.isArray) : [])
  }

  window.pressMemory = {
    /* Return where an episode was left, in seconds; 0 where nothing is known. */
    place(id) {
      const seconds = places().get(id)
      return Number.isFinite(seconds) ? seconds : 0
    },

    /* Remember a place; 0 forgets it. */
    keep(id, seconds) {
      const kept = places()
      kept.delete(id)
      if (seconds) kept.set(id, seconds)
      write(PLACES, [...kept].slice(-MANY))
    },

    /* Return the speed that was chosen last, if it is among these. */
    speed(among) {
      const speed = read(SPEED)
      return among.includes(speed) ? speed : 1
    },

    keepSpeed(speed) {
      write(SPEED, speed)
    },
  }
})()

// The light table in the browser: hears of what was saved, and brings each pane up to date where it stands.
(() => {
  "use strict";
  const body = document.body;
  const find = (name) => document.querySelector(`[data-${name}]`);
  const status = find("status"), findings = find("findings"), alarm = find("alarm"), follow = find("follow"), bar = find("bar");
  const panes = [...document.querySelectorAll("[data-pane]")];
  const known = new Map(); // from a pane's name to what it shows at its own address, as it was sent
  const frameOf = (pane) => pane.querySelector("iframe");
  const isEmail = (frame) => frame.hasAttribute("sandbox");
  let version = Number(body.dataset.version);
  let toldBar = null;

  const place = (frame) => {
    try {
      return frame.contentWindow.location.pathname;
    } catch {
      return ""; // whoever clicked on a link has led the frame to another host
    }
  };

  // Where the element of one tree is that has no equal in the other: pairs, each as small as it can be.
  const differences = (before, after, path = []) => {
    if (before.isEqualNode(after)) return [];
    const ours = [...before.childNodes], theirs = [...after.childNodes];
    const alike = before.cloneNode(false).isEqualNode(after.cloneNode(false)) && ours.length === theirs.length;
    const apart = alike && ours.every((one, at) => one.isEqualNode(theirs[at]) || (one.nodeType === 1 && theirs[at].nodeType === 1));
    if (!apart) return [{ before, after, path }];
    return [...before.children].flatMap((one, at) => differences(one, after.children[at], [...path, at]));
  };

  // Changes in a frame what differs between two texts; false where what stands there is not the first of them.
  const mend = (frame, text, fresh) => {
    const live = frame.contentDocument;
    const parser = new frame.contentWindow.DOMParser();
    const [old, now] = [text, fresh].map((one) => parser.parseFromString(one, "text/html"));
    const changes = differences(old.documentElement, now.documentElement).map(({ before, after, path }) => {
      const stands = path.reduce((element, at) => element?.children[at], live.documentElement);
      const runs = /^(html|head|body|link)$/i.test(after.tagName) || (after.matches("script") && !/json$/.test(after.type));
      return stands && !runs && stands.isEqualNode(before) ? [stands, after] : null;
    });
    if (changes.includes(null)) return false;
    for (const [stands, after] of changes) stands.replaceWith(live.importNode(after, true));
    return true;
  };

  const reload = (frame) => {
    const view = frame.contentWindow, before = frame.contentDocument;
    const left = view.scrollX, top = view.scrollY;
    const restore = () => frame.contentWindow.scrollTo({ left, top, behavior: "instant" });
    let patience = 600;
    const settle = () => {
      const now = frame.contentDocument;
      if (now && now !== before && now.readyState !== "loading") restore();
      else if (patience--) requestAnimationFrame(settle);
    };
    frame.addEventListener("load", restore, { once: true });
    view.location.reload();
    requestAnimationFrame(settle);
  };

  const renewFrame = (frame, text, fresh) => {
    const path = place(frame), own = new URL(frame.src).pathname;
    if (path !== own && path) reload(frame); // somebody has followed a link there
    else if (path && fresh !== undefined && !(text !== undefined && mend(frame, text, fresh))) reload(frame);
  };

  const renew = (pane, texts) => {
    const name = pane.dataset.pane, frame = frameOf(pane), fresh = texts[name];
    if (frame) {
      renewFrame(frame, known.get(name), fresh);
    } else if (fresh !== undefined) {
      const text = pane.querySelector("pre");
      const top = text.scrollTop;
      text.textContent = fresh;
      text.scrollTop = top;
    }
  };

  const tellAlarm = (message) => {
    if (alarm.textContent === message) return;
    alarm.replaceChildren();
    if (!message) return;
    const link = document.createElement("a");
    link.href = "#findings";
    link.textContent = message;
    alarm.append(link);
  };

  const tellFindings = (html) => {
    const opened = new Map([...findings.querySelectorAll("details")].map((one) => [one.dataset.key, one.open]));
    findings.innerHTML = html;
    for (const one of findings.querySelectorAll("details")) one.open = opened.get(one.dataset.key) ?? one.open;
  };

  const tellBar = (html) => {
    if (html === toldBar) return;
    const focused = bar.contains(document.activeElement) ? document.activeElement.id : "";
    const leaf = document.getElementById("leaf")?.value;
    bar.innerHTML = html;
    const leaves = document.getElementById("leaf");
    if ([...(leaves?.options ?? [])].some((option) => option.value === leaf)) leaves.value = leaf;
    if (focused) document.getElementById(focused)?.focus();
  };

  const turn = (address) => {
    document.getElementById("leaf").value = address;
    follow.hidden = true;
    for (const pane of panes.filter((one) => ["phone", "desk"].includes(one.dataset.pane)))
      frameOf(pane).contentWindow.location.replace(address);
  };

  const offer = (leaf) => {
    follow.hidden = !leaf || place(frameOf(panes[0])) === leaf.address;
    if (follow.hidden) return;
    follow.textContent = `Show “${leaf.title}”`;
    follow.onclick = () => turn(leaf.address);
  };

  const hear = (news) => {
    if (news.layout && news.layout !== body.dataset.layout) {
      location.reload();
      return;
    }
    if (toldBar !== null || news.version !== version) {
      tellBar(news.bar);
      tellAlarm(news.alarm);
      tellFindings(news.findings);
      for (const pane of panes) renew(pane, news.texts);
      status.textContent = `Looked at ${new Date().toLocaleTimeString()}`;
      offer(news.saved);
    }
    version = news.version;
    toldBar = news.bar;
    for (const [name, text] of Object.entries(news.texts)) known.set(name, text);
  };

  // A message opens nothing itself: its links open beside the table.
  const openBeside = (event) => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    event.preventDefault();
    window.open(link.href, "_blank", "noopener");
  };

  for (const frame of panes.map(frameOf).filter((one) => one && isEmail(one))) {
    const listen = () => frame.contentDocument.addEventListener("click", openBeside);
    frame.addEventListener("load", listen);
    listen();
  }

  bar.addEventListener("change", (event) => {
    if (event.target.matches("[data-leaf]")) turn(event.target.value);
    else event.target.form.requestSubmit();
  });

  const events = new EventSource(body.dataset.events);
  events.addEventListener("news", (event) => hear(JSON.parse(event.data)));
  events.addEventListener("gone", () => location.assign(body.dataset.folder));
  events.onerror = () => { status.textContent = "pressroom preview does not answer; start it again."; };
})();

// The light table in the browser: hears of what was saved, and brings each pane up to date where it stands.
(() => {
  "use strict";
  const body = document.body;
  const status = document.querySelector("[data-status]");
  const findings = document.querySelector("[data-findings]");
  const alarm = document.querySelector("[data-alarm]");
  const follow = document.querySelector("[data-follow]");
  const bar = document.querySelector("[data-bar]");
  const panes = [...document.querySelectorAll("[data-pane]")];
  const frames = panes.map((pane) => pane.querySelector("iframe")).filter(Boolean);
  const isPage = (frame) => !frame.hasAttribute("sandbox");
  const shown = new WeakMap(); // from a page's frame to what it is known to show: address and mark
  let version = Number(body.dataset.version);
  let digests = null;
  let told = null;

  const place = (frame) => {
    try {
      return frame.contentWindow.location.pathname;
    } catch {
      return ""; // whoever clicked on a link has led the frame to another host
    }
  };

  const ask = async (path) => {
    const address = new URL("mark", new URL(body.dataset.events, location.href));
    address.searchParams.set("path", path);
    return { path, ...(await (await fetch(address)).json()) };
  };

  const remember = async (frame) => {
    const found = await ask(place(frame));
    if (found.version === version) shown.set(frame, found);
  };

  const keepPlace = (frame, change) => {
    const view = frame.contentWindow;
    const left = view.scrollX, top = view.scrollY, before = frame.contentDocument;
    const restore = () => frame.contentWindow.scrollTo({ left, top, behavior: "instant" });
    let patience = 600;
    const settle = () => {
      const now = frame.contentDocument;
      if (now && now !== before && now.readyState !== "loading") restore();
      else if (patience--) requestAnimationFrame(settle);
    };
    frame.addEventListener("load", restore, { once: true });
    change(view);
    requestAnimationFrame(settle);
  };

  const renewPage = async (frame) => {
    const path = place(frame);
    if (!path) return;
    const now = await ask(path);
    const before = shown.get(frame);
    if (!now.mark) frame.src = frame.getAttribute("src");
    else if (!before || before.path !== path || before.mark !== now.mark) keepPlace(frame, (view) => view.location.reload());
  };

  const renewEmail = async (frame) => {
    const text = await (await fetch(frame.src, { cache: "no-store" })).text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const old = frame.contentDocument, view = frame.contentWindow;
    const left = view.scrollX, top = view.scrollY;
    old.replaceChild(old.adoptNode(fresh.documentElement), old.documentElement);
    view.scrollTo({ left, top, behavior: "instant" });
  };

  const renewText = async (text) => {
    const top = text.scrollTop;
    text.textContent = await (await fetch(text.dataset.address, { cache: "no-store" })).text();
    text.scrollTop = top;
  };

  const renew = (pane, news) => {
    const frame = pane.querySelector("iframe");
    if (frame && isPage(frame)) return renewPage(frame);
    const name = pane.dataset.pane;
    if (digests && digests[name] === news.panes[name]) return null;
    return frame ? renewEmail(frame) : renewText(pane.querySelector("[data-address]"));
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
    if (html === told) return;
    told = html;
    const focused = bar.contains(document.activeElement) ? document.activeElement.id : "";
    const leaf = document.getElementById("leaf")?.value;
    bar.innerHTML = html;
    const leaves = document.getElementById("leaf");
    if ([...(leaves?.options ?? [])].some((option) => option.value === leaf)) leaves.value = leaf;
    if (focused) document.getElementById(focused)?.focus();
  };

  const offer = (leaf) => {
    follow.hidden = !leaf || place(frames[0]) === leaf.address;
    if (follow.hidden) return;
    follow.textContent = `Show “${leaf.title}”`;
    follow.onclick = () => turn(leaf.address);
  };

  const turn = (address) => {
    document.getElementById("leaf").value = address;
    follow.hidden = true;
    for (const pane of panes.filter((one) => ["phone", "desk"].includes(one.dataset.pane)))
      pane.querySelector("iframe").contentWindow.location.replace(address);
  };

  const hear = async (news) => {
    if (news.layout !== body.dataset.layout) {
      location.reload();
      return;
    }
    const first = digests === null && news.version === version;
    version = news.version;
    if (!first) {
      tellBar(news.bar);
      tellAlarm(news.alarm);
      tellFindings(news.findings);
      await Promise.allSettled(panes.map((pane) => renew(pane, news)));
      status.textContent = `Looked at ${new Date().toLocaleTimeString()}`;
      offer(news.saved);
    }
    digests = news.panes;
    told = news.bar;
  };

  for (const frame of frames) {
    const loaded = () => {
      if (isPage(frame)) {
        remember(frame);
        return;
      }
      // A message opens nothing itself: its links open beside the table.
      frame.contentDocument.onclick = (event) => {
        const link = event.target.closest("a[href]");
        if (!link) return;
        event.preventDefault();
        window.open(link.href, "_blank", "noopener");
      };
    };
    frame.addEventListener("load", loaded);
    if (frame.contentDocument?.readyState === "complete" && place(frame) !== "blank") loaded();
  }

  bar.addEventListener("change", (event) => {
    if (event.target.matches("[data-leaf]")) turn(event.target.value);
    else event.target.form.requestSubmit();
  });

  let waiting = Promise.resolve();
  const events = new EventSource(body.dataset.events);
  events.addEventListener("news", (event) => {
    const news = JSON.parse(event.data);
    waiting = waiting.then(() => hear(news));
  });
  events.addEventListener("gone", () => location.assign(new URL("../../", location.href)));
  events.onerror = () => { status.textContent = "pressroom preview does not answer; start it again."; };
})();

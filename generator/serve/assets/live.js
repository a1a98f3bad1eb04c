// Reloads this page when it has changed and shows the problems of the last edit above it.
{
  const script = document.currentScript;
  const address = new URL("events", script.src);
  address.searchParams.set("page", location.pathname);
  address.searchParams.set("version", script.dataset.version);
  let events = null;
  let overlay = null;

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    made.append(text, ...children);
    return made;
  };

  const hide = () => {
    overlay?.remove();
    overlay = null;
  };

  const item = (problem) => {
    const made = element("li", "", element("code", problem.place), element("p", problem.message));
    if (problem.hint) made.append(element("p", problem.hint));
    return made;
  };

  const show = (problems) => {
    hide();
    if (!problems.length) return;
    const number = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const button = element("button", "Hide");
    button.type = "button";
    button.addEventListener("click", hide);
    const list = element("ol", "", ...problems.map(item));
    overlay = element("div", "", element("h2", `${number}: the site stays as it was`), button, list);
    overlay.id = "live-problems";
    overlay.setAttribute("role", "alert");
    document.body.append(overlay);
  };

  // A hidden page listens to nothing: a browser opens six connections to a server, and each takes one.
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    hide();
    events = new EventSource(address);
    events.addEventListener("problems", (event) => show(JSON.parse(event.data)));
    events.addEventListener("reload", () => location.reload());
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events?.close());
  listen();
}

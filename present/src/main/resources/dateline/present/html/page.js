(() => {
  "use strict";
  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const panel = make("aside", "panel");
  panel.hidden = true;
  panel.setAttribute("aria-label", "The words behind a statement");
  document.body.append(panel);
  let asked = null;

  const withoutIds = (node) => {
    const copy = node.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    return copy;
  };

  const close = (back) => {
    panel.hidden = true;
    document.body.classList.remove("with-panel");
    document.querySelectorAll(".cite.current").forEach((each) => each.classList.remove("current"));
    if (back && asked) asked.focus();
  };

  const show = (cite) => {
    const id = decodeURIComponent(cite.hash.slice(1));
    const first = document.getElementById(id);
    const report = first && first.closest(".report");
    if (!report) return false;
    asked = cite;
    document.querySelectorAll(".cite.current").forEach((each) => each.classList.remove("current"));
    cite.classList.add("current");
    panel.replaceChildren();

    const title = make("h2");
    title.append(...withoutIds(report.querySelector("h3")).childNodes);
    title.tabIndex = -1;
    const shut = make("button", "shut", "Close");
    shut.type = "button";
    shut.addEventListener("click", () => close(true));
    panel.append(title, withoutIds(report.querySelector("h3 + .quiet")), shut);

    const group = [...cite.parentElement.children].filter((each) => each.classList.contains("cite"));
    const at = group.indexOf(cite);
    if (group.length > 1) {
      const turn = make("div", "turn");
      for (const [name, step] of [["Previous", -1], ["Next", 1]]) {
        const button = make("button", "", name);
        button.type = "button";
        button.disabled = !group[at + step];
        button.addEventListener("click", () => show(group[at + step]));
        turn.append(button);
      }
      turn.append(make("span", "", `${at + 1} of ${group.length} passages behind this`));
      panel.append(turn);
    }

    const said = make("div", "said");
    for (const para of report.querySelectorAll(".para")) {
      if (!para.querySelector("p .p-" + CSS.escape(id))) continue;
      const copy = withoutIds(para.querySelector("p"));
      copy.querySelectorAll(".p-" + CSS.escape(id)).forEach((each) => each.classList.add("on"));
      said.append(copy);
    }
    panel.append(said);

    const made = document.getElementById("u-" + id);
    if (made) {
      const list = make("ul", "made");
      list.setAttribute("aria-label", "Made of these words");
      const copy = withoutIds(made);
      copy.querySelector(".words").remove();
      list.append(copy);
      panel.append(list);
    }
    const full = make("a", "full", "Show them in the full report");
    full.href = "#" + id;
    panel.append(full);
    panel.hidden = false;
    panel.scrollTop = 0;
    document.body.classList.add("with-panel");
    title.focus({ preventScroll: true });
    const lit = panel.querySelector("mark.on");
    if (lit && lit.offsetTop > panel.clientHeight / 2) panel.scrollTop = lit.offsetTop - panel.clientHeight / 3;
    if (matchMedia("(max-width: 69.99rem)").matches) {
      const bottom = cite.getBoundingClientRect().bottom;
      const room = innerHeight - panel.offsetHeight - 24;
      if (bottom > room) scrollBy({ top: bottom - room });
    }
    return true;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const cite = event.target.closest("a.cite");
    if (cite) {
      if (show(cite)) event.preventDefault();
      return;
    }
    if (event.target.closest(".panel a") && matchMedia("(max-width: 69.99rem)").matches) close(false);
    const lit = event.target.closest(".report mark");
    if (lit && !String(getSelection())) {
      const made = document.getElementById("u-" + [...lit.classList].find((each) => each.startsWith("p-")).slice(2));
      if (made) made.querySelectorAll("a")[1]?.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close(true);
  });

  const openTo = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let up = target && target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  };
  addEventListener("hashchange", openTo);
  openTo();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((each) => (each.open = false)));
})();

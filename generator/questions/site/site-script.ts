/**
 * The script of every page: search and the choice of colours. It reads `window.pages` (kind, name, place, address), which
 * a script of its own brings, since pages opened from files may not fetch.
 */
export const siteScript = `"use strict";
(() => {
  const root = document.documentElement;
  const base = root.dataset.base;
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch {} };
  const button = document.querySelector("#theme");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; keep(root.dataset.theme); show(); });
  show();

  const input = document.querySelector("#search");
  const list = document.querySelector("#results");
  const status = document.querySelector("#status");
  let chosen = -1;
  const rank = (name, wanted) => {
    const at = name.toLowerCase().indexOf(wanted);
    return at === -1 ? -1 : (name.length === wanted.length ? 0 : at === 0 ? 1 : /[A-Z_.-]/.test(name[at]) ? 2 : 3) * 1000 + name.length;
  };
  const find = (text) => {
    const wanted = text.trim().toLowerCase();
    if (wanted === "") return [];
    return window.pages.map((page) => [rank(page[1], wanted), page]).filter(([order]) => order >= 0)
      .sort((left, right) => left[0] - right[0]).slice(0, 30).map(([, page]) => page);
  };
  const choose = (index) => {
    const options = [...list.children];
    chosen = options.length === 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    if (chosen === -1) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); chosen = -1; };
  const update = () => {
    const found = find(input.value);
    list.replaceChildren(...found.map(([kind, name, place, address], index) => {
      const option = document.createElement("li");
      option.id = "result-" + index;
      option.setAttribute("role", "option");
      const link = document.createElement("a");
      link.href = base + address;
      link.tabIndex = -1;
      const text = document.createElement("span");
      text.textContent = name;
      const note = document.createElement("small");
      note.textContent = kind + " · " + place;
      link.append(text, note);
      option.append(link);
      return option;
    }));
    const isOpen = input.value.trim() !== "";
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = isOpen ? (found.length === 0 ? "nothing found" : found.length + " found") : "";
    choose(0);
  };
  input.addEventListener("input", update);
  input.addEventListener("focus", update);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) list.children[chosen].firstChild.click();
    else if (event.key === "Escape") { input.value = ""; close(); }
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => { if (!event.target.closest(".search")) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
    event.preventDefault();
    input.focus();
  });
})();
`;

/** Runs before the page is shown, so that the chosen colours are there from the start. */
export const themeScript = `try { const theme = localStorage.getItem("theme"); if (theme) document.documentElement.dataset.theme = theme; } catch {}
`;

// Search and filter for a list of specialists. The list is complete without it.
//
// What can be chosen is read from the cards themselves: their elements with `data-facet`. Where the list has several pages,
// the cards of all are fetched as soon as somebody begins to choose; from the disk, where they cannot be, the page's own do.
(() => {
  "use strict";

  const box = document.querySelector("[data-filter]");
  const list = document.querySelector(".cards");
  if (!box || !list) return;
  const words = box.dataset;
  const own = [...list.children];
  if (own.length < 2 && !words.cards) return;

  const pageSize = 60;
  const kinds = ["topic", "profession", "city", "format", "language"].filter((kind) => kind !== words.only);
  const pagination = document.querySelector(".pagination");
  const rules = new Intl.PluralRules(document.documentElement.lang);
  let entries = own.map(entry);
  let shown = pageSize;
  let isLoading = false;

  // As Edict folds labels: letter case, white space and ё do not tell them apart.
  function fold(text) {
    return text.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
  }

  function entry(card) {
    const values = {};
    for (const element of card.querySelectorAll("[data-facet]")) {
      (values[element.dataset.facet] ??= []).push(element.textContent.trim());
    }
    const folded = {};
    for (const kind in values) folded[kind] = values[kind].map(fold);
    return { card, values, folded, text: fold(card.textContent) };
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  }

  // The form

  const search = element("input", { type: "search", name: "q", placeholder: words.example, autocomplete: "off" });
  const selects = new Map(kinds.map((kind) => [kind, element("select", { name: kind })]));
  const reset = element("button", { type: "reset", class: "filter-reset", hidden: "" }, words.reset);
  const status = element("p", { class: "filter-status", role: "status", "aria-live": "polite" });
  const more = element("button", { type: "button", class: "button filter-more", hidden: "" }, words.more);
  const field = (label, control) => element("label", { class: "filter-field" }, element("span", {}, label), control);
  const form = element(
    "form", { class: "filter-form", role: "search", "aria-label": words.label },
    field(words.search, search), ...kinds.map((kind) => field(words[kind], selects.get(kind))), reset,
  );

  // What can be chosen; a choice between one thing is none.
  function fillSelects() {
    for (const [kind, select] of selects) {
      const chosen = select.value;
      const labels = new Map();
      for (const { values, folded } of entries) {
        (values[kind] ?? []).forEach((label, index) => {
          if (!labels.has(folded[kind][index])) labels.set(folded[kind][index], label);
        });
      }
      const sorted = [...labels].sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
      select.replaceChildren(
        element("option", { value: "" }, words.any),
        ...sorted.map(([value, label]) => element("option", { value }, label)),
      );
      if (labels.has(chosen)) select.value = chosen;
      select.parentElement.hidden = sorted.length < 2;
    }
  }

  // The list

  function matches() {
    const wanted = fold(search.value).split(" ");
    return entries.filter(({ folded, text }) =>
      wanted.every((word) => text.includes(word)) &&
      [...selects].every(([kind, { value }]) => !value || (folded[kind] ?? []).includes(value)));
  }

  function apply() {
    const isAsked = search.value.trim() !== "" || [...selects.values()].some(({ value }) => value);
    const found = isAsked ? matches() : [];
    list.replaceChildren(...(isAsked ? found.slice(0, shown).map(({ card }) => card) : own));
    if (pagination) pagination.hidden = isAsked;
    more.hidden = found.length <= shown;
    reset.hidden = !isAsked;
    if (!isAsked) status.textContent = "";
    else if (isLoading) status.textContent = words.loading;
    else if (found.length === 0) status.textContent = words.none;
    else {
      const phrase = { one: words.foundOne, few: words.foundFew }[rules.select(found.length)] ?? words.foundMany;
      status.textContent = phrase.replace("{n}", found.length.toLocaleString(document.documentElement.lang));
    }
  }

  // So that the way back from a specialist's page leads to what was found.
  function remember() {
    const address = new URL(location.href);
    for (const { name, value } of [search, ...selects.values()]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page from the disk may not change its address.
    }
  }

  function recall() {
    const asked = new URL(location.href).searchParams;
    search.value = asked.get("q") ?? "";
    for (const [kind, select] of selects) {
      if ([...select.options].some(({ value }) => value === asked.get(kind))) select.value = asked.get(kind);
    }
  }

  async function load() {
    if (!words.cards) return;
    const address = new URL(words.cards, location.href);
    delete words.cards;
    isLoading = true;
    apply();
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString((await answer.json()).join(""), "text/html");
      for (const [name, attribute] of [["a[href]", "href"], ["img[src]", "src"]]) {
        for (const found of page.querySelectorAll(name)) {
          found.setAttribute(attribute, new URL(found.getAttribute(attribute), address).href);
        }
      }
      const only = words.onlyValue && fold(words.onlyValue);
      entries = [...page.querySelectorAll(".card")].map((card) => entry(document.adoptNode(card)))
        .filter(({ folded }) => !only || (folded[words.only] ?? []).includes(only));
      fillSelects();
      recall();
    } catch {
      // What the page has itself is searched.
    }
    isLoading = false;
    apply();
  }

  function change() {
    shown = pageSize;
    remember();
    apply();
  }

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of [search, ...selects.values()]) control.value = "";
    change();
    search.focus();
  });
  form.addEventListener("focusin", load, { once: true });
  more.addEventListener("click", () => {
    const before = shown;
    shown += pageSize;
    apply();
    list.children[before]?.querySelector("a")?.focus();
  });

  fillSelects();
  recall();
  box.append(form, status);
  list.after(more);
  apply();
  if (location.search) load();
})();

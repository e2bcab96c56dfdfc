"use strict";
(() => {
  const form = document.getElementById("filter");
  const entries = [...document.querySelectorAll(".timeline > li")];
  const output = form.querySelector("output");
  const words = new Map(entries.map((entry) => [entry, entry.textContent.toLocaleLowerCase()]));
  const has = (list, value) => !value || list.split(" ").includes(value);

  function matches(entry, wanted) {
    const { first, last, status, type, who } = entry.dataset;
    return (
      words.get(entry).includes(wanted.get("text").trim().toLocaleLowerCase()) &&
      has(who, wanted.get("who")) &&
      has(type, wanted.get("type")) &&
      has(status, wanted.get("status")) &&
      (!wanted.get("from") || (first || last) !== "" && (last === "" || last >= wanted.get("from"))) &&
      (!wanted.get("to") || (first || last) !== "" && (first === "" || first <= wanted.get("to")))
    );
  }

  function show() {
    const wanted = new FormData(form);
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !matches(entry, wanted);
      shown += entry.hidden ? 0 : 1;
    }
    output.textContent = output.dataset.template.replace("{shown}", shown).replace("{all}", entries.length);
  }

  form.hidden = entries.length === 0;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();

/** The script of the page: asks the worker whenever a text changes, and shows what it answers. */
export const pageScript = `"use strict";
(() => {
  const source = document.querySelector("#worker").textContent;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const schema = document.querySelector("#schema");
  const instance = document.querySelector("#instance");
  const code = document.querySelector("#code");
  const status = document.querySelector("#status");
  let asked = 0;
  let wantsSample = true;
  let timer;

  const ask = () => {
    asked += 1;
    worker.postMessage({ id: asked, schema: schema.value, document: wantsSample ? undefined : instance.value });
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(ask, 60); };

  // The marks stand in a copy of the text behind the field.
  const mark = (field, findings) => {
    const behind = field.previousElementSibling;
    const text = field.value;
    const parts = [];
    let at = 0;
    const places = findings.filter(({ offset }) => offset !== undefined).sort((left, right) => left.offset - right.offset);
    for (const { offset, length, severity } of places) {
      if (offset < at || offset > text.length) continue;
      const end = Math.min(text.length, offset + Math.max(1, length ?? 1));
      const place = document.createElement("mark");
      place.className = severity;
      place.textContent = text.slice(offset, end) || " ";
      parts.push(text.slice(at, offset), place);
      at = end;
    }
    behind.replaceChildren(...parts, text.slice(at) + "\\n");
    behind.scrollTop = field.scrollTop;
    behind.scrollLeft = field.scrollLeft;
  };
  const list = (field, findings, good) => {
    const items = findings.map(({ text, severity, offset, length }) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = severity;
      button.textContent = text;
      button.addEventListener("click", () => {
        field.focus();
        if (offset !== undefined) field.setSelectionRange(offset, offset + (length ?? 1));
      });
      item.append(button);
      return item;
    });
    const target = document.querySelector("#" + field.id + "-findings");
    if (items.length === 0) {
      const item = document.createElement("li");
      item.className = "good";
      item.textContent = good;
      items.push(item);
    }
    target.replaceChildren(...items);
  };

  worker.onmessage = ({ data }) => {
    if (data.id !== asked) return;
    if (wantsSample && data.document !== undefined) {
      instance.value = data.document;
      wantsSample = false;
    }
    if (data.code !== undefined) code.textContent = data.code;
    document.body.classList.toggle("stale", data.code === undefined);
    mark(schema, data.schemaFindings);
    list(schema, data.schemaFindings, "The schema is good.");
    mark(instance, data.documentFindings);
    list(instance, data.documentFindings, data.code === undefined ? "Waiting for the schema." : "The document is valid.");
    status.textContent = data.milliseconds + " ms";
    document.body.dataset.answered = String(data.id);
  };
  worker.onerror = (event) => { status.textContent = event.message; };

  for (const field of [schema, instance]) {
    field.addEventListener("input", () => { mark(field, []); later(); });
    field.addEventListener("scroll", () => {
      field.previousElementSibling.scrollTop = field.scrollTop;
      field.previousElementSibling.scrollLeft = field.scrollLeft;
    });
    // Tab leaves the field, as the keyboard's users expect; indentation is by spaces.
  }
  document.querySelector("#sample").addEventListener("click", () => { wantsSample = true; ask(); });
  mark(schema, []);
  ask();
})();
`;

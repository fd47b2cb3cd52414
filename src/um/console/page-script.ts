import type { ConsoleCall, ConsoleEvent, ConsoleExchange, ConsoleMessage, ConsoleProblem } from "./protocol.js";

/** The script of the page, as the text that a browser is given: the function below, called. */
export function pageScript(): string {
  return `(${runPage.toString()})();\n`;
}

/** Runs in the page, alone: whatever it needs is inside it. All text of others goes in as text, never as markup. */
function runPage(): void {
  const sessionKey = "console session";
  const calls = new Map<string, HTMLTableRowElement>();
  const exchanges = new Map<number, ConsoleExchange>();
  const entries = new Map<number, HTMLButtonElement>();
  let shown: number | undefined;
  /** The last exchange is shown until the user chooses one. */
  let isFollowing = true;

  function element<K extends keyof HTMLElementTagNameMap>(id: string, name: K): HTMLElementTagNameMap[K] {
    const found = document.getElementById(id);
    if (found?.localName !== name) throw new Error(`the page has no ${name} ${id}`);
    return found as HTMLElementTagNameMap[K];
  }

  function create<K extends keyof HTMLElementTagNameMap>(
    name: K,
    className: string,
    ...content: readonly (Node | string)[]
  ): HTMLElementTagNameMap[K] {
    const made = document.createElement(name);
    if (className !== "") made.className = className;
    made.append(...content);
    return made;
  }

  function show(id: string, isShown: boolean): void {
    const found = document.getElementById(id);
    if (found !== null) found.hidden = !isShown;
  }

  /** What has to be said above everything else; the empty text takes it away. */
  function setLost(text: string): void {
    element("lost", "p").textContent = text;
    show("lost", text !== "");
  }

  async function post(path: string, body: object, session: string): Promise<Response> {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (session !== "") headers["authorization"] = `Bearer ${session}`;
    return fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** The session of this tab: the one it has, or the one that the token in its address is good for. */
  async function openSession(): Promise<string> {
    const token = /^#token=(.+)$/.exec(location.hash)?.[1];
    if (token === undefined) return sessionStorage.getItem(sessionKey) ?? "";
    // The token is good for once; it has no business in the history.
    history.replaceState(null, "", "/");
    const response = await post("/session", { token }, "");
    if (!response.ok) return sessionStorage.getItem(sessionKey) ?? "";
    const { session } = (await response.json()) as { readonly session: string };
    sessionStorage.setItem(sessionKey, session);
    return session;
  }

  function refuse(): void {
    sessionStorage.removeItem(sessionKey);
    element("service", "p").textContent = "Not connected.";
    for (const main of document.getElementsByTagName("main")) main.hidden = true;
    setLost(
      "This page was not opened with a link that is still good. Run “xsdsmith um console” and open the link it prints.",
    );
  }

  /** Sends what the user asked for, and says what became of it where it failed. */
  async function ask(path: string, body: object, session: string): Promise<boolean> {
    const problem = element("problem", "p");
    problem.textContent = "";
    try {
      const response = await post(path, body, session);
      if (response.ok) return true;
      const { error } = (await response.json()) as { readonly error: string };
      problem.textContent = error;
    } catch {
      problem.textContent = "The console does not answer.";
    }
    return false;
  }

  function showCall(call: ConsoleCall, session: string): void {
    const before = calls.get(call.id);
    const button = create("button", "", "Disconnect");
    button.type = "button";
    button.setAttribute("aria-label", `Disconnect the call to ${call.label}`);
    button.disabled = call.over;
    button.addEventListener("click", () => {
      button.disabled = true;
      void ask("/calls/disconnect", { callId: call.id }, session).then((done) => {
        if (!done) button.disabled = false;
      });
    });
    const row = create(
      "tr",
      call.state.replace(/\W/g, ""),
      create("td", "", call.label, create("span", "id", call.id)),
      create("td", "", create("span", "state", call.state), create("span", "note", call.note)),
      create("td", "", button),
    );
    const hadFocus = before?.contains(document.activeElement) === true;
    if (before === undefined) element("calls", "table").tBodies[0]?.prepend(row);
    else before.replaceWith(row);
    if (hadFocus && !call.over) button.focus();
    calls.set(call.id, row);
    show("no-calls", false);
    show("calls", true);
    if (before?.className !== row.className) {
      const note = call.note === "" ? "" : `, ${call.note}`;
      element("news", "p").textContent = `Call to ${call.label}: ${call.state}${note}`;
    }
  }

  function problemsOf({ request, response }: ConsoleExchange): readonly ConsoleProblem[] {
    return [...request.problems, ...(response?.problems ?? [])];
  }

  /** An entry stays the same element while it changes: it may have the focus, or be under the pointer. */
  function listExchange(exchange: ConsoleExchange): void {
    const { number, operation, times } = exchange;
    const status = exchange.status === undefined ? "no response" : `HTTP ${exchange.status}`;
    const count = problemsOf(exchange).length;
    const parts: (Node | string)[] = [`${number}. ${operation} `, create("span", "note", status)];
    if (times > 1) parts.push(create("span", "note", `${times} times the same`));
    if (count > 0) parts.push(create("span", "bad", count === 1 ? "1 problem" : `${count} problems`));
    const known = entries.get(number);
    if (known !== undefined) {
      known.replaceChildren(...parts);
      return;
    }
    const button = create("button", "", ...parts);
    button.type = "button";
    button.addEventListener("click", () => {
      isFollowing = false;
      select(number);
    });
    entries.set(number, button);
    element("exchange-list", "ol").prepend(create("li", "", button));
    show("no-exchanges", false);
  }

  function select(number: number): void {
    if (shown !== undefined) entries.get(shown)?.removeAttribute("aria-current");
    shown = number;
    entries.get(number)?.setAttribute("aria-current", "true");
    showExchange();
  }

  function showMessage(title: string, message: ConsoleMessage): readonly Node[] {
    const code = create("code", "");
    for (const { kind, text, problem } of message.segments) {
      const span = create("span", kind, text);
      const found = problem === undefined ? undefined : message.problems[problem];
      if (found === undefined) code.append(span);
      else {
        const mark = create("mark", found.severity, span);
        mark.title = `${found.code}: ${found.message}`;
        code.append(mark);
      }
    }
    const text = create("pre", "", code);
    // What scrolls can be reached with the keyboard.
    text.tabIndex = 0;
    text.setAttribute("role", "region");
    text.setAttribute("aria-label", title);
    const problems = message.problems.map(({ severity, code: name, message: said, line, column }) => {
      const place = line === undefined ? "" : `line ${line}, column ${column}: `;
      return create("li", severity, `${place}${severity} ${name}: ${said}`);
    });
    const verdict =
      problems.length === 0 ? create("p", "valid", message.verdict) : create("ul", "problems", ...problems);
    return [create("h3", "", title), text, verdict];
  }

  function showExchange(): void {
    const exchange = shown === undefined ? undefined : exchanges.get(shown);
    if (exchange === undefined) return;
    const { operation, request, response, status } = exchange;
    const nodes = [...showMessage(`Request ${operation}`, request)];
    if (response === undefined) nodes.push(create("p", "note", "No response came."));
    else nodes.push(...showMessage(`Response, HTTP ${status}`, response));
    element("exchange", "div").replaceChildren(...nodes);
  }

  function addExchange(exchange: ConsoleExchange): void {
    const { number } = exchange;
    const isNew = !exchanges.has(number);
    exchanges.set(number, exchange);
    listExchange(exchange);
    // The server keeps as many.
    const [oldest] = exchanges.keys();
    if (exchanges.size > 200 && oldest !== undefined) {
      exchanges.delete(oldest);
      entries.get(oldest)?.parentElement?.remove();
      entries.delete(oldest);
    }
    // The same texts again change nothing that is shown.
    if (isNew && isFollowing) select(number);
  }

  function handle(event: ConsoleEvent, session: string): void {
    switch (event.type) {
      case "snapshot": {
        const name = event.service === "um" ? "Unified Messaging web service" : "Exchange Web Services";
        element("service", "p").textContent = `${name} at ${event.endpoint}`;
        show("greeting-row", event.service === "um");
        for (const main of document.getElementsByTagName("main")) main.hidden = false;
        for (const call of event.calls) showCall(call, session);
        for (const exchange of event.exchanges) addExchange(exchange);
        break;
      }
      case "call":
        showCall(event.call, session);
        break;
      case "exchange":
        addExchange(event.exchange);
        break;
    }
  }

  /** Reads server-sent events. `EventSource` cannot send the session in a header. */
  async function listen(session: string): Promise<"refused" | "lost"> {
    const response = await fetch("/events", { headers: { authorization: `Bearer ${session}` } });
    if (response.status === 401) return "refused";
    if (!response.ok || response.body === null) return "lost";
    setLost("");
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return "lost";
      text += value;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        if (block.startsWith("data: ")) handle(JSON.parse(block.slice(6)) as ConsoleEvent, session);
      }
    }
  }

  async function run(): Promise<void> {
    const session = await openSession();
    if (session === "") return refuse();
    const start = element("start", "form");
    const greeting = element("greeting", "select");
    const number = element("number", "input");
    const item = element("item", "input");
    greeting.addEventListener("change", () => show("item-row", greeting.value === ""));
    start.addEventListener("submit", (event) => {
      event.preventDefault();
      const plays = greeting.value === "" ? { item: item.value } : { greeting: greeting.value };
      void ask("/calls", { number: number.value, ...plays }, session);
    });
    const follow = element("follow", "form");
    follow.addEventListener("submit", (event) => {
      event.preventDefault();
      void ask("/calls/follow", { callId: element("call-id", "input").value.trim() }, session);
    });
    for (;;) {
      const ending = await listen(session).catch(() => "lost" as const);
      if (ending === "refused") return refuse();
      setLost("The console does not answer; calls go on. Trying again…");
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }

  void run();
}

import { afterAll, beforeAll, expect, it } from "vitest";
import { startUmService, type UmServer } from "xsdsmith/um/testing";
import { credentials, type Followed, followGuide } from "./follow-guide.js";
import type { Step } from "./shell.js";

let service: UmServer;
let followed: Followed;
beforeAll(async () => {
  service = await startUmService({ credentials, connectAfter: 1000 });
  followed = await followGuide(service.endpoint);
}, 60_000);
afterAll(() => service.close());

it("works, word for word", () => {
  expect(followed.steps.map(({ line, code, errors }) => ({ line, code, errors }))).toEqual(
    followed.steps.map(({ line }) => ({ line, code: 0, errors: "" })),
  );
  expect(followed.program).toEqual(["Connecting None", "Connected None", "Disconnected None"]);
  expect(service.properties).toMatchObject({ oofStatus: true, playOnPhoneDialString: "4255550100" });
  expect(service.counts["PlayOnPhone"]).toBe(2);
});

/** What differs from run to run is what it was when the recording was made. */
function steady(text: string): string {
  const [callId = ""] = followed.steps.flatMap(({ line, printed }) => (line.startsWith("CALL=") ? [printed] : []));
  return text
    .replaceAll(callId, "MDlkZjllZGMtNGUyMy00NzA5LWJkYWYtN2JlMjBjYjBhZTU2QHVtLmV4YW1wbGUuY29t")
    .replaceAll(service.endpoint, "https://mail.example.com/EWS/UM2007Legacy.asmx");
}

function transcript({ line, printed }: Step): string {
  const shown = line.startsWith("CALL=") ? "" : `${printed}\n`;
  return `$ ${line}\n${shown}`;
}

it("prints what docs/um-terminal.md shows", async () => {
  const text = `# What the commands of the guide print

Recorded by \`npm run record\` while it follows [um.md](um.md) against the embedded service; a test fails when it is not what
they print any more. \`um call\` prints the identifier of the call, which goes into \`CALL\` here.

\`\`\`console
${steady(followed.steps.map(transcript).join("\n"))}\`\`\`
`;
  await expect(text).toMatchFileSnapshot("../../docs/um-terminal.md");
});

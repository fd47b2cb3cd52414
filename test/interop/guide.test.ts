import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followGuide } from "../guide/follow-guide.js";
import { Peers, whyNot } from "./peers.js";

const path = "/EWS/UM2007Legacy.asmx";

const stacks = [
  {
    stack: "ASP.NET ASMX under mono",
    program: "mono-asmx",
    needs: ["mcs", "fastcgi-mono-server4", "nginx", "curl"],
    packages: "mono-fastcgi-server4 mono-mcs nginx-light curl",
  },
  { stack: "PHP SoapServer", program: "php-soap", needs: ["php", "curl"], packages: "php-cli php-soap curl" },
];

for (const { stack, program, needs, packages } of stacks) {
  describe.skipIf(whyNot(stack, needs, packages) !== undefined)(`the guide against ${stack}`, () => {
    let peers: Peers;
    beforeAll(() => {
      peers = new Peers();
    });
    afterAll(() => peers.close());

    it("works, word for word", async () => {
      const { origin } = await peers.start(program);
      const { steps, program: printed } = await followGuide(`${origin}${path}`);
      expect(steps.filter(({ code }) => code !== 0)).toEqual([]);
      // These have the state Alerted too.
      expect(printed.filter((line) => !line.startsWith("Alerted"))).toEqual([
        "Connecting None",
        "Connected None",
        "Disconnected None",
      ]);
    }, 90_000);
  });
}

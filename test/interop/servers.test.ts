import { afterAll, beforeAll, describe } from "vitest";
import { describeScenario } from "./call-scenario.js";
import { Peers, whyNot } from "./peers.js";

const service = "/EWS/UM2007Legacy.asmx";

const stacks = [
  {
    stack: "ASP.NET ASMX under mono",
    program: "mono-asmx",
    needs: ["mcs", "fastcgi-mono-server4", "nginx", "curl"],
    packages: "mono-fastcgi-server4 mono-mcs nginx-light curl",
    servers: [
      { name: "default", options: [], path: service },
      { name: "verbose errors", options: ["verbose"], path: service },
      { name: "without SOAP 1.2", options: ["nosoap12"], path: service },
      { name: "strict envelopes", options: ["strict"], path: service },
      { name: "routing by request element", options: [], path: "/EWS/UM2007LegacyRE.asmx" },
    ],
  },
  {
    stack: "PHP SoapServer",
    program: "php-soap",
    needs: ["php", "curl"],
    packages: "php-cli php-soap curl",
    servers: [{ name: "default", options: [], path: service }],
  },
];

for (const { stack, program, needs, packages, servers } of stacks) {
  describe.skipIf(whyNot(stack, needs, packages) !== undefined)(stack, () => {
    let peers: Peers;
    beforeAll(() => {
      peers = new Peers();
    });
    afterAll(() => peers.close());

    describe.each(servers)("$name", ({ options, path }) => {
      let endpoint: string;
      beforeAll(async () => {
        endpoint = `${(await peers.start(program, ...options)).origin}${path}`;
      }, 60_000);
      describeScenario(() => endpoint);
    });
  });
}

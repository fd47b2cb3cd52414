import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startUmService, type UmServer } from "xsdsmith/um/testing";
import { Peers, whyNot } from "./peers.js";

/** What each program prints: the same calls of the same operations, in the words of its own stack. */
const stacks = [
  {
    stack: "zeep",
    client: "zeep",
    needs: ["/usr/bin/python3", "/usr/lib/python3/dist-packages/zeep"],
    packages: "python3-zeep",
    prints: [
      /^IsUMEnabled True$/m,
      /^PlayOnPhone [A-Za-z0-9+/]+=*$/m,
      /'CallState': 'Connecting',\s+'EventCause': 'None'/,
      /^Disconnect None$/m,
      /'OofStatus': False,\s+'MissedCallNotificationEnabled': True,\s+'PlayOnPhoneDialString': '4255550100'/,
      /^FAULT [\w-]+:InvalidCallIdException \| The call identifier isn't valid\. \| .*ExceptionType.*InvalidCallIdException/m,
    ],
    counts: { IsUMEnabled: 1, PlayOnPhone: 1, GetCallInfo: 2, Disconnect: 1, GetUMProperties: 1 },
    program: "/usr/bin/python3",
    script: [
      "-c",
      `
import sys
from zeep import Client
um = Client(sys.argv[1] + "?wsdl").service
call = um.PlayOnPhone(entryId="AAAA", DialString="12345")
um.Disconnect(CallId=call)
print(um.GetCallInfo(CallId=call).CallState)`,
    ],
  },
  {
    stack: "PHP SoapClient",
    client: "php",
    needs: ["php"],
    packages: "php-cli php-soap",
    prints: [
      /^IsUMEnabled true$/m,
      /^PlayOnPhone [A-Za-z0-9+/]+=*$/m,
      /^GetCallInfo Connecting None$/m,
      /^Disconnect (\{\}|\[\])$/m,
      /^FAULT .*InvalidCallIdException \| The call identifier isn't valid\. \| .*InvalidCallIdException/m,
    ],
    counts: { IsUMEnabled: 1, PlayOnPhone: 1, GetCallInfo: 2, Disconnect: 1 },
    program: "php",
    script: [
      "-r",
      `
$um = new SoapClient($argv[1] . "?wsdl", ["cache_wsdl" => WSDL_CACHE_NONE]);
$call = $um->PlayOnPhone(["entryId" => "AAAA", "DialString" => "12345"])->PlayOnPhoneResponse;
$um->Disconnect(["CallId" => $call]);
echo $um->GetCallInfo(["CallId" => $call])->GetCallInfoResponse->CallState, "\n";`,
    ],
  },
];

for (const { stack, client, needs, packages, prints, counts, program, script } of stacks) {
  describe.skipIf(whyNot(stack, needs, packages) !== undefined)(`${stack} against our service`, () => {
    let peers: Peers;
    let service: UmServer;
    beforeAll(() => {
      peers = new Peers();
    });
    afterAll(() => peers.close());
    beforeEach(async () => {
      service = await startUmService({ connectAfter: 60_000 });
      return () => service.close();
    });

    it("is understood and understands the answers, faults too", async () => {
      const { code, output } = await peers.run("client-run", [client, service.endpoint]);
      expect(code, output).toBe(0);
      for (const line of prints) expect(output).toMatch(line);
      expect(service.counts).toEqual(counts);
    });

    it("works from the WSDL that the service gives out", async () => {
      const { stdout } = await promisify(execFile)(program, [...script, service.endpoint]);
      expect(stdout).toBe("Disconnected\n");
      expect(service.counts).toEqual({ PlayOnPhone: 1, Disconnect: 1, GetCallInfo: 1 });
    });
  });
}

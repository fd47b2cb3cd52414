import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AuthLab, authPackages, authPrograms, findKerberos, isAsWanted } from "./auth.js";
import { whyNot } from "./peers.js";

describe.skipIf(whyNot("auth-apache, ntlm-samba, gss-cbt", authPrograms, authPackages) !== undefined)(
  "servers that want to know who calls",
  () => {
    let lab: AuthLab;
    beforeAll(async () => {
      lab = new AuthLab(findKerberos());
      await lab.start();
    }, 60_000);
    afterAll(() => lab.close());

    it("are logged in to, or refuse once", async () => {
      const wrong: unknown[] = [];
      expect(lab.cases.length).toBeGreaterThan(35);
      for (const each of lab.cases) {
        const outcome = await lab.run(each);
        if (!isAsWanted(outcome)) wrong.push([outcome.name, outcome.answers, outcome.sent, outcome.requests]);
      }
      expect(wrong).toEqual([]);
    });
  },
);

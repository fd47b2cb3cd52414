import { describe, expect, it } from "vitest";
import { createUmClient, InvalidCallIdError, type UmClient } from "xsdsmith/um";

/** What must work against any UM service: every operation, and the documented faults. */
export function describeScenario(endpoint: () => string): void {
  const client = (): UmClient => createUmClient({ endpoint: endpoint(), timeout: 20_000 });
  const request = { entryId: "AAAA", dialString: "4255550123" };

  describe("our client", () => {
    it("places, follows and ends a call", async () => {
      const um = client();
      const call = await um.playOnPhone(request);
      expect(call.id).toMatch(/^[A-Za-z0-9+/]+=*$/);
      const before = await call.info();
      expect(before.callState).toMatch(/^(Connecting|Alerted|Connected)$/);
      expect(before.eventCause).toBe("None");
      await call.disconnect();
      expect(await um.getCallInfo(call.id)).toEqual({ callState: "Disconnected", eventCause: "None" });
    });

    it("follows a call from its start to its end", async () => {
      const um = client();
      const call = await um.playOnPhone(request);
      const states: string[] = [];
      for await (const { callState } of um.call(call.id).states({ every: 20 })) {
        states.push(callState);
        await call.disconnect();
      }
      expect(states.join(" ")).toMatch(/^(Connecting|Alerted|Connected) Disconnected$/);
    });

    it("reads why a call ended by itself", async () => {
      const um = client();
      const call = await um.playOnPhoneGreeting({ greetingType: "OofCustom", dialString: "4255550123#busy" });
      expect(await call.info()).toEqual({ callState: "Disconnected", eventCause: "UserBusy" });
    });

    it("stores settings and reads them back", async () => {
      const um = client();
      expect(await um.isUmEnabled()).toBe(true);
      // No carriage return: the writer of the ASMX peer does not escape it, and every XML reader drops it then.
      const dialString = ` +1 (425) <5&5>\t"0100"\n'é' \u{1f4de}`;
      await um.setOutOfOffice(true, { verify: true });
      await um.setMissedCallNotificationEnabled(true, { verify: true });
      await um.setPlayOnPhoneDialString(dialString, { verify: true });
      await um.setTelephoneAccessFolderEmail("LgAAAAC+/w==", { verify: true });
      expect(await um.getProperties()).toEqual({
        oofStatus: true,
        missedCallNotificationEnabled: true,
        playOnPhoneDialString: dialString,
        telephoneAccessNumbers: "4255550199",
        telephoneAccessFolderEmail: "LgAAAAC+/w==",
      });
      await um.setOutOfOffice(false);
      expect((await um.getProperties()).oofStatus).toBe(false);
      await um.resetPin();
    });

    it("tells the documented faults apart", async () => {
      const um = client();
      await expect(um.getCallInfo("bogus")).rejects.toMatchObject({ code: "um-invalid-call-id", status: 500 });
      await expect(um.disconnect("bogus")).rejects.toBeInstanceOf(InvalidCallIdError);
      await expect(um.disconnect("bogus", { ignoreUnknownCall: true })).resolves.toBeUndefined();
      await expect(um.playOnPhone({ ...request, dialString: "!1" })).rejects.toMatchObject({
        code: "um-dialing-rules",
        reported: "DialingRulesException",
      });
    });
  });
}

import { describe, expect, it } from "vitest";
import { createUmClient, type UmClient, UmFault } from "xsdsmith/um";

/** What must work against any UM service: every operation, and the documented faults. */
export function describeScenario(endpoint: () => string): void {
  const client = (): UmClient => createUmClient({ endpoint: endpoint(), timeout: 20_000 });
  const request = { entryId: "AAAA", dialString: "4255550123" };

  describe("our client", () => {
    it("places, follows and ends a call", async () => {
      const um = client();
      const callId = await um.playOnPhone(request);
      expect(callId).toMatch(/^[A-Za-z0-9+/]+=*$/);
      const before = await um.getCallInfo(callId);
      expect(before.callState).toMatch(/^(Connecting|Alerted|Connected)$/);
      expect(before.eventCause).toBe("None");
      await um.disconnect(callId);
      expect(await um.getCallInfo(callId)).toEqual({ callState: "Disconnected", eventCause: "None" });
    });

    it("reads why a call ended by itself", async () => {
      const um = client();
      const callId = await um.playOnPhoneGreeting({ greetingType: "OofCustom", dialString: "4255550123#busy" });
      expect(await um.getCallInfo(callId)).toEqual({ callState: "Disconnected", eventCause: "UserBusy" });
    });

    it("stores settings and reads them back", async () => {
      const um = client();
      expect(await um.isUmEnabled()).toBe(true);
      // No carriage return: the writer of the ASMX peer does not escape it, and every XML reader drops it then.
      const dialString = ` +1 (425) <5&5>\t"0100"\n'é' \u{1f4de}`;
      await um.setOofStatus(true);
      await um.setMissedCallNotificationEnabled(true);
      await um.setPlayOnPhoneDialString(dialString);
      await um.setTelephoneAccessFolderEmail("LgAAAAC+/w==");
      expect(await um.getUmProperties()).toEqual({
        oofStatus: true,
        missedCallNotificationEnabled: true,
        playOnPhoneDialString: dialString,
        telephoneAccessNumbers: "4255550199",
        telephoneAccessFolderEmail: "LgAAAAC+/w==",
      });
      await um.setOofStatus(false);
      expect((await um.getUmProperties()).oofStatus).toBe(false);
      await um.resetPin();
    });

    it("tells the documented faults apart", async () => {
      const um = client();
      const unknownCall = { exception: { name: "InvalidCallIdException" }, status: 500 };
      await expect(um.getCallInfo("bogus")).rejects.toMatchObject(unknownCall);
      await expect(um.disconnect("bogus")).rejects.toBeInstanceOf(UmFault);
      await expect(um.disconnect("bogus", { ignoreUnknownCall: true })).resolves.toBeUndefined();
      await expect(um.playOnPhone({ ...request, dialString: "!1" })).rejects.toMatchObject({
        exception: { name: "DialingRulesException" },
      });
    });
  });
}

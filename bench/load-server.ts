import { listen } from "xsdsmith/node";
import { createHandler } from "xsdsmith/soap";
import { type UMCallState, type UMEventCause, UMService } from "xsdsmith/um/messages";

const states: readonly UMCallState[] = [
  "Idle",
  "Connecting",
  "Alerted",
  "Connected",
  "Disconnected",
  "Incoming",
  "Transferring",
  "Forwarding",
];
const causes: readonly UMEventCause[] = ["None", "UserBusy", "NoAnswer", "Unavailable", "Other"];

/** What our server answers about a call: forty different things, told from its number. */
export function infoOf(callId: string): string {
  const number = Number(callId.replace(/\D/g, ""));
  return `${states[number % states.length]}/${causes[number % causes.length]}`;
}

/** Serves GetCallInfo on a free port, and tells its parent process where. */
export async function serveLoad(): Promise<void> {
  const notHere = () => Promise.reject(new Error("only GetCallInfo is served"));
  const handler = createHandler(UMService, {
    getCallInfo({ callId }) {
      const [state, cause] = infoOf(callId ?? "").split("/");
      return { getCallInfoResponse: { callState: state as UMCallState, eventCause: cause as UMEventCause } };
    },
    disconnect: notHere,
    getUMProperties: notHere,
    isUMEnabled: notHere,
    playOnPhone: notHere,
    playOnPhoneGreeting: notHere,
    resetPIN: notHere,
    setMissedCallNotificationEnabled: notHere,
    setOofStatus: notHere,
    setPlayOnPhoneDialString: notHere,
    setTelephoneAccessFolderEmail: notHere,
  });
  const { url } = await listen(handler);
  process.send?.(`${url}/EWS/UM2007Legacy.asmx`);
}

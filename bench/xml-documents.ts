/** A document to measure with. */
export interface BenchDocument {
  readonly name: string;
  readonly text: string;
}

const messages = "http://schemas.microsoft.com/exchange/services/2006/messages";
const types = "http://schemas.microsoft.com/exchange/services/2006/types";
const soap = "http://schemas.xmlsoap.org/soap/envelope/";

/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function envelope(body: string): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${soap}"><s:Header><h:ServerVersionInfo ` +
    `MajorVersion="15" MinorVersion="20" MajorBuildNumber="7000" MinorBuildNumber="11" xmlns:h="${types}"/></s:Header>` +
    `<s:Body>${body}</s:Body></s:Envelope>`
  );
}

const words = "the call plan review of a new mailbox rule for every meeting room was moved again to next week".split(
  " ",
);

function sentence(random: () => number, count: number): string {
  let text = "";
  for (let index = 0; index < count; index++) {
    text += `${index === 0 ? "" : " "}${words[Math.floor(random() * words.length)] ?? ""}`;
  }
  return text;
}

function base64(random: () => number, length: number): string {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let text = "";
  for (let index = 0; index < length; index++) text += digits.charAt(Math.floor(random() * 64));
  return text;
}

function mailbox(random: () => number, element: string): string {
  const user = `user${Math.floor(random() * 5000)}`;
  return (
    `<t:${element}><t:Mailbox><t:Name>${user} of Contoso</t:Name><t:EmailAddress>${user}@contoso.example</t:EmailAddress>` +
    `<t:RoutingType>SMTP</t:RoutingType><t:MailboxType>Mailbox</t:MailboxType></t:Mailbox></t:${element}>`
  );
}

function item(random: () => number, index: number): string {
  const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
  const recipients = Array.from({ length: 1 + Math.floor(random() * 3) }, () => mailbox(random, "Recipient")).join("");
  const subject = sentence(random, 6).replace("rule", "rule &amp; order");
  return (
    `<t:Message><t:ItemId Id="${base64(random, 120)}" ChangeKey="${base64(random, 32)}"/>` +
    `<t:ParentFolderId Id="${base64(random, 96)}" ChangeKey="AQAAAA=="/><t:ItemClass>IPM.Note</t:ItemClass>` +
    `<t:Subject>${subject}</t:Subject><t:Sensitivity>Normal</t:Sensitivity>` +
    `<t:Body BodyType="Text">${sentence(random, 40)}</t:Body>` +
    `<t:DateTimeReceived>2026-03-${day}T09:${String(index % 60).padStart(2, "0")}:30Z</t:DateTimeReceived>` +
    `<t:Size>${1000 + Math.floor(random() * 90000)}</t:Size><t:Importance>High</t:Importance>` +
    `<t:IsSubmitted>false</t:IsSubmitted><t:IsDraft>false</t:IsDraft><t:IsFromMe>true</t:IsFromMe>` +
    `<t:DateTimeSent>2026-03-${day}T09:00:00Z</t:DateTimeSent><t:HasAttachments>false</t:HasAttachments>` +
    `<t:Culture>en-US</t:Culture>${mailbox(random, "Sender")}<t:ToRecipients>${recipients}</t:ToRecipients>` +
    `<t:ExtendedProperty><t:ExtendedFieldURI PropertyTag="0x1039" PropertyType="Binary"/>` +
    `<t:Value>${base64(random, 64)}</t:Value></t:ExtendedProperty><t:IsRead>true</t:IsRead></t:Message>`
  );
}

/** An answer to FindItem, of about the given length. */
export function findItemResponse(length: number): string {
  const random = seeded(7);
  const items: string[] = [];
  for (let size = 0, index = 0; size < length; index++) {
    const next = item(random, index);
    items.push(next);
    size += next.length;
  }
  return envelope(
    `<m:FindItemResponse xmlns:m="${messages}" xmlns:t="${types}"><m:ResponseMessages>` +
      `<m:FindItemResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode>` +
      `<m:RootFolder TotalItemsInView="${items.length}" IncludesLastItemInRange="true"><t:Items>${items.join("")}` +
      `</t:Items></m:RootFolder></m:FindItemResponseMessage></m:ResponseMessages></m:FindItemResponse>`,
  );
}

/** The answer to GetCallInfo: some 600 bytes. */
export function callInfoResponse(): string {
  return envelope(
    `<GetCallInfoResponse xmlns="${messages}"><ResponseCode>NoError</ResponseCode><CallInfo>` +
      `<CallState>Connected</CallState><EventCause>None</EventCause></CallInfo></GetCallInfoResponse>`,
  );
}

/** Mostly attributes, in lines, as exports of measuring points are. */
export function attributeHeavy(length: number): string {
  const random = seeded(11);
  let text = '<?xml version="1.0"?>\n<points xmlns="urn:bench:points" xmlns:g="urn:bench:geo">\n';
  for (let id = 0; text.length < length; id++) {
    const [x, y, z] = [random() * 180, random() * 90, random() * 4000];
    text += `  <point id="p${id}" g:lat="${x.toFixed(6)}" g:lon="${y.toFixed(6)}" height="${z.toFixed(1)}" `;
    text += `source="survey" quality="${Math.floor(random() * 9)}" note="${sentence(random, 3)}"/>\n`;
  }
  return `${text}</points>\n`;
}

/** Mostly text with some mark-up and references, as books are. */
export function textHeavy(length: number): string {
  const random = seeded(13);
  let text = '<?xml version="1.0"?>\n<book xmlns="urn:bench:book">\n';
  while (text.length < length) {
    text += `<p>${sentence(random, 60)}, <i>${sentence(random, 3)}</i>\n${sentence(random, 80)} &amp; `;
    text += `${sentence(random, 40)}.</p>\n`;
  }
  return `${text}</book>\n`;
}

export function benchDocuments(): readonly BenchDocument[] {
  return [
    { name: "SOAP answer, 600 B", text: callInfoResponse() },
    { name: "Exchange-like, 100 KB", text: findItemResponse(100_000) },
    { name: "Exchange-like, 5 MB", text: findItemResponse(5_000_000) },
    { name: "attribute-heavy, 5 MB", text: attributeHeavy(5_000_000) },
    { name: "text-heavy, 5 MB", text: textHeavy(5_000_000) },
  ];
}

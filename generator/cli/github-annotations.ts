import { type Issue, isErrorIssue } from "../../src/errors.js";

/** The workflow command by which GitHub shows a finding beside the line that it is about. */
export function githubAnnotation({ code, message, severity, location }: Issue): string {
  const properties = [
    ...(location?.file === undefined ? [] : [`file=${escapeProperty(location.file)}`]),
    ...(location === undefined ? [] : [`line=${location.line}`, `col=${location.column}`]),
    `title=${escapeProperty(code)}`,
  ];
  const level = isErrorIssue({ code, message, severity }) ? "error" : "warning";
  return `::${level} ${properties.join(",")}::${escapeData(message)}`;
}

/** The same for what is known of a file, and of no place in it. */
export function githubFileAnnotation(file: string, title: string, message: string): string {
  return `::error file=${escapeProperty(file)},title=${escapeProperty(title)}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

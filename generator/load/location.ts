/**
 * The absolute URI of a location written in a document; `undefined` when it cannot be one. Backslashes and drive
 * letters, which schemas written on Windows hold, are read as they were meant.
 */
export function resolveLocation(location: string, base: string): string | undefined {
  const path = location.trim().replaceAll("\\", "/");
  const meant = /^[A-Za-z]:\//.test(path) ? `file:///${path}` : path;
  try {
    const url = new URL(meant, base);
    url.hash = "";
    return url.href;
  } catch {
    return undefined;
  }
}

/** How a document is named to people: relative to the base where that is shorter, else its path or URI. */
export function displayName(uri: string, base: string): string {
  const from = base.split("/");
  const to = uri.split("/");
  const full = uri.startsWith("file:///") ? uri.slice("file://".length) : uri;
  // A path goes from one place to another only below the same scheme and host.
  if (from.slice(0, 3).join("/") !== to.slice(0, 3).join("/")) return decodePath(full);
  let same = 3;
  while (same < Math.min(from.length, to.length) - 1 && from[same] === to[same]) same += 1;
  const relative = [...Array(from.length - 1 - same).fill(".."), ...to.slice(same)].join("/");
  return decodePath(relative.length < full.length ? relative : full);
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

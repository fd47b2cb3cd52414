// Part of `npm run docs:api`. Declarations import no name that only their comments use, so TypeDoc cannot tell what these
// links mean: a name that some entry point exports is meant.
export function load(app) {
  app.converter.addUnknownSymbolResolver((reference, reflection) => {
    const name = reference.symbolReference?.path?.map(({ path }) => path).join(".");
    const modules = reflection.project.children ?? [];
    const target = modules.flatMap(({ children }) => children ?? []).find((child) => child.name === name);
    return target === undefined ? undefined : { target };
  });
}

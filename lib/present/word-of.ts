/** The name of a word for an id: names of messages have no hyphens and spaces in a browser, ids of the project have. */
export type NameOf<Id extends string> = Id extends `${infer Head}-${infer Tail}` | `${infer Head} ${infer Tail}` ? `${Head}_${NameOf<Tail>}` : Id;

/** `definition_dependent` for `definition-dependent`. */
export function nameOf(id: string): string {
  return id.replace(/[^A-Za-z0-9]+/g, '_');
}

/** The entry of a table for an id; that there is one for each is checked by the type. */
export function wordOf<Id extends string, Table extends Readonly<Record<NameOf<Id>, unknown>>>(table: Table, id: Id): Table[NameOf<Id>] {
  return table[nameOf(id) as NameOf<Id>];
}

/** The entry for an id out of an open set, such as the sectors of a file; undefined without one. */
export function wordFor(table: Readonly<Record<string, string>>, id: string): string | undefined {
  const name = nameOf(id);
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

import { Field, ID, InterfaceType } from "../api.js";

/** Returns the global id of a node: its type's name and its natural key, opaque to clients. */
export function globalId(type: string, key: string | number): string {
  return Buffer.from(`${type}:${key}`).toString("base64url");
}

/** Returns the type's name and the natural key in a global id; null if the text is not a global id. */
export function parseGlobalId(id: string): { type: string; key: string } | null {
  const match = /^([A-Z][A-Za-z]*):(.+)$/s.exec(Buffer.from(id, "base64url").toString());
  const [, type, key] = match ?? [];
  return type !== undefined && key !== undefined && globalId(type, key) === id ? { type, key } : null;
}

@InterfaceType({
  description: "An object with a stable id. `node` fetches it again by this id. 可按 id 重新获取的对象。",
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Global id: opaque, unique across types, and the same after each load. Example: "UmVnaW9uOjQ0MDEwMA" for Guangzhou (广州).',
  })
  readonly id!: string;

  abstract readonly name: string;
}

// Compilers other than tsc drop the decorator of an abstract property.
Field(() => String, {
  description:
    "Name for readers, in Chinese where there is one: of a region, dimension, tier, area or initiative its name, of an edition or source its title, of a fact its key. Example: 广州.",
})(Node.prototype, "name");

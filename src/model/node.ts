import { Field, ID, InterfaceType } from "../api.js";

/** A global id: the type's name and its natural key, opaque to clients. */
export function globalId(type: string, key: string | number): string {
  return Buffer.from(`${type}:${key}`).toString("base64url");
}

/** The type's name and natural key in a global id, or null if the text is none. */
export function parseGlobalId(id: string): { type: string; key: string } | null {
  const match = /^([A-Z][A-Za-z]*):(.+)$/s.exec(Buffer.from(id, "base64url").toString());
  const [, type, key] = match ?? [];
  return type !== undefined && key !== undefined && globalId(type, key) === id ? { type, key } : null;
}

@InterfaceType({
  description:
    "A thing with an id that is the same in every answer and can be asked for again by `node`. 可按 id 重新获取的对象。",
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Global id: opaque, stable over loads, unique over all types. Example: "UmVnaW9uOjQ0MDEwMA" (广州).',
  })
  readonly id!: string;
}

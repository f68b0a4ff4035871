/** The parts of a description in the schema. */
export interface Description {
  readonly english: string;
  /** "" if the description has none. */
  readonly chinese: string;
  /** The example, as GraphQL writes it; "" if the description has none. */
  readonly example: string;
}

/** A Chinese sentence begins after an English one, not in brackets within it. */
const chineseSentence = /(?<=[.?!)”]) (?=[“《]?\p{Script=Han})/u;

/** Splits a description into its English text, its Chinese text and its example. */
export function splitDescription(description: string | null | undefined): Description {
  const [text = "", example = ""] = (description ?? "").split(/ ?\bExample: (.*)$/su);
  const [english = "", ...chinese] = text.split(chineseSentence);
  return {
    english: english.trim(),
    chinese: chinese.join(" ").trim(),
    example: example.trim().replace(/\.$/, ""),
  };
}

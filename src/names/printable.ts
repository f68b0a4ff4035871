/** Characters that cannot be seen: formatting, control, private, unassigned, and blanks other than the plain space. */
export const invisibleCharacters = /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Cn}]|(?! )\p{Z}/gu;

/** A character by its number, such as U+200B. */
export function formatCodePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The most characters of a typed text that a message repeats. */
const maxCharacters = 60;

/** A text as somebody typed it, for a message: in quotation marks, cut if it is long, with nothing in it unseen. */
export function toPrintable(text: string): string {
  const characters = [...text];
  const shortened =
    characters.length > maxCharacters ? `${characters.slice(0, maxCharacters - 1).join("")}…` : text;
  return JSON.stringify(shortened).replace(
    invisibleCharacters,
    (character) => `<${formatCodePoint(character)}>`,
  );
}

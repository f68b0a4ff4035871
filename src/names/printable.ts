/** Characters that are not visible: format, control, private-use, unassigned, and white space except the plain space. */
export const invisibleCharacters = /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Cn}]|(?! )\p{Z}/gu;

/** Formats a character as its code point, such as U+200B. */
export function formatCodePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The most characters of an input that a message repeats. */
const maxCharacters = 60;

/** Formats an input for a message: in quotation marks, shortened if it is long, with code points for invisible characters. */
export function toPrintable(text: string): string {
  const characters = [...text];
  const shortened =
    characters.length > maxCharacters ? `${characters.slice(0, maxCharacters - 1).join("")}…` : text;
  return JSON.stringify(shortened).replace(
    invisibleCharacters,
    (character) => `<${formatCodePoint(character)}>`,
  );
}

/** OpenCC's table of traditional characters, each with its most likely simplified character: `廣 广|東 东|…`. */
declare module "opencc-js/dict/TSCharacters" {
  const table: string;
  export default table;
}

/** OpenCC's table of traditional characters: `廣 广|東 东|…`, the likeliest simplified one for each. */
declare module "opencc-js/dict/TSCharacters" {
  const table: string;
  export default table;
}

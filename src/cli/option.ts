/** The option `--texts`, for the commands that look at the reports' own texts. */
export const textsOption = [
  "--texts <folder>",
  "folder with your own copies of the reports' texts; takes the place of GOVGRAPH_TEXTS",
] as const;

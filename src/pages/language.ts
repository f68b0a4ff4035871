/** The languages of pages. */
export const pageLanguages = ["en", "zh"] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export const isPageLanguage = (text: string): text is PageLanguage =>
  pageLanguages.some((language) => language === text);

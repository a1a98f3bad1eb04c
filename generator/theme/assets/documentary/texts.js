// Made by `languages` from the catalogues: the texts of the scripts, by language.

export const TEXTS = {
  "fa": {
    plural: (n) => 0,
    texts: {},
  },
};

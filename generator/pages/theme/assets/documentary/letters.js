// Text as it is compared: without case and marks, so that every way to type a name is one.

export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export const parts = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

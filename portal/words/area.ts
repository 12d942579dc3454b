/** An area in another language: the same names, each with a sentence. */
export type Area<T> = { readonly [Name in keyof T]: string };

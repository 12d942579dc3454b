/** The texts of the case page, its dialogs and the approval of clusters. */
export const caseWords = {} as const;

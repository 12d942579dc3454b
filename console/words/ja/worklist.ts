/** The texts of the worklist. */
export const worklistWords = {
  'worklist.view.mine': 'わたしの番',
  'worklist.view.team': 'チーム',
} as const;

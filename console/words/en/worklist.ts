/** The texts of the worklist. */
export const worklistWords = {
  'worklist.view.mine': 'Mine',
  'worklist.view.team': 'My team',
} as const;

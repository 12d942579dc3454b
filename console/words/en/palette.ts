/** The texts of the command palette. */
export const paletteWords = {
  'palette.title': 'Find or do',
  'palette.hint': 'Paste a case number, a transaction, an address or a customer, or name an act.',
  'palette.case': 'Case',
  'palette.hash': 'Transaction',
  'palette.address': 'Address',
  'palette.customer': 'Customer',
  'palette.nothing': 'Nothing fits.',
  'palette.searching': 'Searching…',
  'palette.failed': 'The search failed. That isn’t a “no”.',
} as const;

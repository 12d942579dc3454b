import { useReading } from '../../ui/reading.tsx';
import { lookOf, StatePill, StatusPill } from '../../ui/status/index.ts';
import type { WorklistRow } from '../api/shapes.ts';

/** Whose turn it is, said to the desk: `you` on the customer's page is the customer here. */
export function RowPill({ row }: { readonly row: WorklistRow }) {
  const { language } = useReading();
  if (row.turn !== 'customer') return <StatePill table="claim" state={row.state} />;
  const { family, word } = lookOf('turn', 'customer');
  return <StatusPill family={family}>{word[language]}</StatusPill>;
}

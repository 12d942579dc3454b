/** Two letters of a name for its round mark: `R. Ito` → `RI`, 高橋 → 高橋, 佐藤 Sato → 佐藤. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s.・]+/u).filter((part) => part);
  const first = [...(parts[0] ?? '')];
  const last = [...(parts.at(-1) ?? '')];
  const isWhole =
    parts.length === 1 || (/\p{Script=Han}/u.test(name) && !/\p{Script=Han}/u.test(last.join('')));
  return (isWhole ? first.slice(0, 2) : [first[0], last[0]]).join('').toUpperCase();
}

/** One case: what happened, what is next, and every act on it. */
export function CasePage({ number }: { readonly number: string }) {
  return (
    <div className="head">
      <div className="l2">
        <h1>{number}</h1>
      </div>
    </div>
  );
}

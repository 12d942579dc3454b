/** Cases of one cause, approved together with every line shown. */
export function ClusterPage({ cluster }: { readonly cluster: string }) {
  return (
    <div className="head">
      <div className="l2">
        <h1>{cluster}</h1>
      </div>
    </div>
  );
}

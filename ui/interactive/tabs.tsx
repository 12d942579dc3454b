import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

/** Views of one thing. Arrow keys go between them; the address of the page keeps the chosen one. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly {
    readonly key: string;
    readonly label: ReactNode;
    readonly count?: number;
    readonly content: ReactNode;
  }[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  return (
    <BaseTabs.Root value={props.chosen} onValueChange={(key) => props.onChoose(String(key))}>
      <BaseTabs.List className="tabs" aria-label={props.label} activateOnFocus>
        {props.tabs.map((tab) => (
          <BaseTabs.Tab key={tab.key} value={tab.key} className="tab">
            {tab.label}
            {tab.count !== undefined && <b className="num">{tab.count}</b>}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {props.tabs.map((tab) => (
        <BaseTabs.Panel key={tab.key} value={tab.key} className="tab-panel">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}

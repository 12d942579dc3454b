import type { ReactNode } from 'react';
import { ReadingProvider } from '../index.ts';
import { Forms } from './forms.tsx';
import { Interactive } from './interactive.tsx';
import { now } from './samples.ts';
import { Statements } from './statements.tsx';
import { Values } from './values.tsx';
import { addressOf, choices, type View } from './view.ts';
import { Ways } from './ways.tsx';

/** Every part in every state, in one app's clothes. */
export function Gallery({ view }: { readonly view: View }) {
  return (
    <ReadingProvider language={view.language} now={now}>
      <Bar view={view} />
      <main className="gallery" id="main">
        <h1>Kaeru ui</h1>
        <Values view={view} />
        <Forms view={view} />
        <Statements view={view} />
        <Ways view={view} />
        <Interactive view={view} />
      </main>
    </ReadingProvider>
  );
}

function Bar({ view }: { readonly view: View }) {
  return (
    <nav className="gallery-bar" aria-label="View">
      <b>Kaeru ui</b>
      {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
        <span key={name}>
          {choices[name].map((value) => (
            <a
              key={value}
              href={addressOf(view, name, value)}
              aria-current={view[name] === value ? 'true' : undefined}
            >
              {value}
            </a>
          ))}
        </span>
      ))}
    </nav>
  );
}

/** A heading and what stands under it. */
export function Chapter(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** One part in one state, with its name. */
export function Specimen(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="specimen">
      <h3>{props.name}</h3>
      {props.children}
    </div>
  );
}

import '../styles/tokens.css';
import '../styles/ui.css';
import './gallery.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startCopying } from '../index.ts';
import { Gallery } from './gallery.tsx';
import { readView } from './view.ts';

const view = readView(location.search);
const page = document.documentElement;
page.lang = view.language;
page.dataset['app'] = view.app;
page.dataset['density'] = view.density;
if (view.theme !== 'auto') page.dataset['theme'] = view.theme;
startCopying(document);

// Each app dresses the same parts in its own sheet; both at once would quarrel.
await (view.app === 'portal'
  ? import('../../portal/portal.css')
  : import('../../console/console.css'));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery view={view} />
    </StrictMode>,
  );
}

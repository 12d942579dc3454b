import { serveGallery } from './serve-gallery.ts';

/** Shows every part of `ui/` in every state, and again on every change: `npm run ui -- 5178`. */
const port = Number(process.argv[2] ?? 5178);
await serveGallery(port);
console.log(`The gallery is at http://127.0.0.1:${port}/`);

import '../ui/styles/tokens.css';
import '../ui/styles/ui.css';
import './console.css';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) createRoot(root).render(<h1>Kaeru</h1>);

import '../../ui/styles/tokens.css';
import '../../ui/styles/ui.css';
import '../portal.css';

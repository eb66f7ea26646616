import '../../components/evidence/evidence.css';
import { renderPage } from '../page/render-page.tsx';
import { EvidenceApp } from './app.tsx';

void renderPage(<EvidenceApp />);

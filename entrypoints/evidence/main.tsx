import { render } from 'preact';
import '../../components/evidence/evidence.css';
import { EvidenceApp } from './app.tsx';

const root = document.querySelector('#root');
if (root) render(<EvidenceApp />, root);

import { render } from 'preact';
import '../../components/popup/popup.css';
import { PopupApp } from './app.tsx';

const root = document.querySelector('#root');
if (root) render(<PopupApp />, root);

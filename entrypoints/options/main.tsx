import { render } from 'preact';
import '../../components/options/options.css';
import { OptionsApp } from './app.tsx';

const root = document.querySelector('#root');
if (root) render(<OptionsApp />, root);

import { render } from 'preact';
import '../../components/welcome/welcome.css';
import { WelcomeApp } from './app.tsx';

const root = document.querySelector('#root');
if (root) render(<WelcomeApp />, root);

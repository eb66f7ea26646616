import '../../components/welcome/welcome.css';
import { renderPage } from '../page/render-page.tsx';
import { WelcomeApp } from './app.tsx';

void renderPage(<WelcomeApp />);

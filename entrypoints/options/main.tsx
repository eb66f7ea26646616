import '../../components/options/options.css';
import { renderPage } from '../page/render-page.tsx';
import { OptionsApp } from './app.tsx';

void renderPage(<OptionsApp />, (words) => words.options.title);

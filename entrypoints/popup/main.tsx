import '../../components/popup/popup.css';
import { renderPage } from '../page/render-page.tsx';
import { PopupApp } from './app.tsx';

void renderPage(<PopupApp />);

// Style sheets imported as text (`?inline`) and as side effects, as Vite reads them.
/// <reference types="vite/client" />

import { registerAgain } from './device';
import { policy } from './page';

// Keeps pages for when there is no network. They work without it, as they do in browsers that have none.
navigator.serviceWorker?.register(policy.createScriptURL('worker')).then(registerAgain).catch(() => undefined);

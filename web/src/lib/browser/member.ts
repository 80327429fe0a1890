// What only members use, so that guests do not load it.
import './bell';
import './confirm';
import './suggest';
import './worker';

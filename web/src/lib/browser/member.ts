// What only members use, so that guests do not load it.
import './bell';
import './confirm';
import './once';
import './suggest';
import './worker';

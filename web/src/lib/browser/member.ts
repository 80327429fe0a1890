// What only members use, so that guests do not load it.
import './ages';
import './announce';
import './bell';
import './confirm';
import './news';
import './once';
import './suggest';
import './worker';

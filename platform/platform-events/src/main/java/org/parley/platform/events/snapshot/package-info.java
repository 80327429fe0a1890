/** Present state, told anew to a listener that needs it. */
@NullMarked
package org.parley.platform.events.snapshot;

import org.jspecify.annotations.NullMarked;

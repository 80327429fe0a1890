/** Snapshots: the current state, sent to a consumer that needs it. */
@NullMarked
package org.parley.platform.events.snapshot;

import org.jspecify.annotations.NullMarked;

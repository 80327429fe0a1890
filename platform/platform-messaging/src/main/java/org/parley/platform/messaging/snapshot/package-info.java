/** Snapshots: the current state, sent to a consumer that needs it. */
@NullMarked
package org.parley.platform.messaging.snapshot;

import org.jspecify.annotations.NullMarked;

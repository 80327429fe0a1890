/** A listener that is new or was restored catches up. */
@NullMarked
package org.parley.platform.events.snapshot;

import org.jspecify.annotations.NullMarked;

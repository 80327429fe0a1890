/** Tests of snapshots. */
@NullMarked
package org.parley.platform.events.snapshot;

import org.jspecify.annotations.NullMarked;

/** Tests of snapshots. */
@NullMarked
package org.parley.platform.messaging.snapshot;

import org.jspecify.annotations.NullMarked;

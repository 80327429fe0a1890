/**
 * Tracks whether the log contains all events published before this instance listened.
 */
@NullMarked
package org.parley.realtime.coverage;

import org.jspecify.annotations.NullMarked;

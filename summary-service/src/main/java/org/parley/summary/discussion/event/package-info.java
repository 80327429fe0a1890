/** Consumes forum events and updates the projections. */
@NullMarked
package org.parley.summary.discussion.event;

import org.jspecify.annotations.NullMarked;

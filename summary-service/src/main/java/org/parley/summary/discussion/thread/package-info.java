/** Projection of the forum's threads. */
@NullMarked
package org.parley.summary.discussion.thread;

import org.jspecify.annotations.NullMarked;

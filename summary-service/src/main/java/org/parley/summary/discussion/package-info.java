/** Projections of the forum that summaries need, built from events. */
@NullMarked
package org.parley.summary.discussion;

import org.jspecify.annotations.NullMarked;

/** Counts, on a real database. */
@NullMarked
package org.parley.forum.statistics;

import org.jspecify.annotations.NullMarked;

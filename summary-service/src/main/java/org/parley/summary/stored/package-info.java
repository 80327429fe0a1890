/** Stored summaries, which are valid while their basis is unchanged. */
@NullMarked
package org.parley.summary.stored;

import org.jspecify.annotations.NullMarked;

/** Asking for summaries, and reading them. */
@NullMarked
package org.parley.summary.asking;

import org.jspecify.annotations.NullMarked;

/** How summaries are stored. */
@NullMarked
package org.parley.summary.stored;

import org.jspecify.annotations.NullMarked;

/** How summaries are asked for and read. */
@NullMarked
package org.parley.summary.asking;

import org.jspecify.annotations.NullMarked;

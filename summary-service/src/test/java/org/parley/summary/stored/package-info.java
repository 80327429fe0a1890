/** Tests of stored summaries. */
@NullMarked
package org.parley.summary.stored;

import org.jspecify.annotations.NullMarked;

/** Categories, threads and posts, as far as summaries need them: built from events. */
@NullMarked
package org.parley.summary.discussion;

import org.jspecify.annotations.NullMarked;

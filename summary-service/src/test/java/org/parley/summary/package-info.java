/** What summaries promise, on real servers. */
@NullMarked
package org.parley.summary;

import org.jspecify.annotations.NullMarked;

/** How the forum is followed. */
@NullMarked
package org.parley.summary.discussion;

import org.jspecify.annotations.NullMarked;

/** What tally promises. */
@NullMarked
package org.parley.forum.tally;

import org.jspecify.annotations.NullMarked;

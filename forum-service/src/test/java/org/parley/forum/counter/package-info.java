/** What tally promises. */
@NullMarked
package org.parley.forum.counter;

import org.jspecify.annotations.NullMarked;

/** Pages of threads, as different readers see them. */
@NullMarked
package org.parley.forum.reading;

import org.jspecify.annotations.NullMarked;

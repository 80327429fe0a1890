/** Pages of threads, as different readers see them. */
@NullMarked
package org.parley.forum.postpage;

import org.jspecify.annotations.NullMarked;

/** Lists of threads, as different readers see them. */
@NullMarked
package org.parley.forum.listing;

import org.jspecify.annotations.NullMarked;

/** The search index of this instance and the loop that keeps it up to date. */
@NullMarked
package org.parley.forum.search.index;

import org.jspecify.annotations.NullMarked;

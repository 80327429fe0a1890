/** Finds threads and posts by their words. */
@NullMarked
package org.parley.forum.search;

import org.jspecify.annotations.NullMarked;

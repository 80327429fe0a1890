/** Full-text search for threads and posts. */
@NullMarked
package org.parley.forum.search;

import org.jspecify.annotations.NullMarked;

/** Atom feeds: what is new in a category or a thread, for programs that ask. */
@NullMarked
package org.parley.forum.feed;

import org.jspecify.annotations.NullMarked;

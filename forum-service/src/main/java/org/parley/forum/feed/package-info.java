/** Atom feeds of categories and threads. */
@NullMarked
package org.parley.forum.feed;

import org.jspecify.annotations.NullMarked;

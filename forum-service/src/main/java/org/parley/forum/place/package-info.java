/** Former places of posts that were moved to another thread. */
@NullMarked
package org.parley.forum.place;

import org.jspecify.annotations.NullMarked;

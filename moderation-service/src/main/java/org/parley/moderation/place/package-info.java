/** Where posts and threads are by now, in whatever order the forum's events come. */
@NullMarked
package org.parley.moderation.place;

import org.jspecify.annotations.NullMarked;

/** Mailed posts: replies and threads that people write by mail. */
@NullMarked
package org.parley.forum.mailedpost;

import org.jspecify.annotations.NullMarked;

/** Moderation of threads: lock, archive, hide, pin, move and restore. */
@NullMarked
package org.parley.forum.thread.moderation;

import org.jspecify.annotations.NullMarked;

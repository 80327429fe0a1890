/** Replays: a policy over stored posts, to see what it would change. */
@NullMarked
package org.parley.moderation.replay;

import org.jspecify.annotations.NullMarked;

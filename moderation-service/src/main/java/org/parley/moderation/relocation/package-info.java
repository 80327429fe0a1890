/** Moves cases and incidents with their posts and threads. */
@NullMarked
package org.parley.moderation.relocation;

import org.jspecify.annotations.NullMarked;

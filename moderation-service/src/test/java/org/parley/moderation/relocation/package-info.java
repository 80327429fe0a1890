/** Moves on real servers. */
@NullMarked
package org.parley.moderation.relocation;

import org.jspecify.annotations.NullMarked;

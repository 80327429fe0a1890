/** Policies: what is not wanted, how much of it, and what follows. */
@NullMarked
package org.parley.moderation.policy;

import org.jspecify.annotations.NullMarked;

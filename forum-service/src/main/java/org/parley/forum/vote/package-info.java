/** Votes: one for each member and target. Counters are derived from them. */
@NullMarked
package org.parley.forum.vote;

import org.jspecify.annotations.NullMarked;

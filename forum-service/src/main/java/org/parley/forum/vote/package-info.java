/** Votes: one per person and target is the truth, counters are folded from it. */
@NullMarked
package org.parley.forum.vote;

import org.jspecify.annotations.NullMarked;

/** Picks the sentences of posts that say most of what the others say. */
@NullMarked
package org.parley.summary.engine.extractive;

import org.jspecify.annotations.NullMarked;

/** Engines that summarize posts: a chat model, or an extractive algorithm. */
@NullMarked
package org.parley.summary.engine;

import org.jspecify.annotations.NullMarked;

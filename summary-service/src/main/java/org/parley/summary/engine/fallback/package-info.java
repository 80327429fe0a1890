/** The choice of the engine: the chat model first, the extractive engine as fallback. */
@NullMarked
package org.parley.summary.engine.fallback;

import org.jspecify.annotations.NullMarked;

/** The engine that selects the most central sentences of the posts. */
@NullMarked
package org.parley.summary.engine.extractive;

import org.jspecify.annotations.NullMarked;

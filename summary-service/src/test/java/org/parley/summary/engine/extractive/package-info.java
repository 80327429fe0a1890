/** How sentences are picked. */
@NullMarked
package org.parley.summary.engine.extractive;

import org.jspecify.annotations.NullMarked;

/** Tests of the extractive engine. */
@NullMarked
package org.parley.summary.engine.extractive;

import org.jspecify.annotations.NullMarked;

/** Tests of the choice of the engine. */
@NullMarked
package org.parley.summary.engine.fallback;

import org.jspecify.annotations.NullMarked;

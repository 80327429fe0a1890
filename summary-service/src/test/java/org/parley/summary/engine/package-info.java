/** What every engine promises. */
@NullMarked
package org.parley.summary.engine;

import org.jspecify.annotations.NullMarked;

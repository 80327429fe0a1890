/** Switches tracing on when a collector is configured. */
@NullMarked
package org.parley.platform.tracing;

import org.jspecify.annotations.NullMarked;

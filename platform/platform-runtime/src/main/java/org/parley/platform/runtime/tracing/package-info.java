/** Switches tracing on when a collector is configured. */
@NullMarked
package org.parley.platform.runtime.tracing;

import org.jspecify.annotations.NullMarked;

/** Tests of the switch. */
@NullMarked
package org.parley.platform.runtime.tracing;

import org.jspecify.annotations.NullMarked;

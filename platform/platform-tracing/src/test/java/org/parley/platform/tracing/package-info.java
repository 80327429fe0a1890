/** Tests of the switch. */
@NullMarked
package org.parley.platform.tracing;

import org.jspecify.annotations.NullMarked;

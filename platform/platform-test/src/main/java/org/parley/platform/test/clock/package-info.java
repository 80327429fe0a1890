/** Time that tests control. */
@NullMarked
package org.parley.platform.test.clock;

import org.jspecify.annotations.NullMarked;

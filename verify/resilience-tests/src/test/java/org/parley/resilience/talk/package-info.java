/** People who talk in conversations during a drill, and what must become of it. */
@NullMarked
package org.parley.resilience.talk;

import org.jspecify.annotations.NullMarked;

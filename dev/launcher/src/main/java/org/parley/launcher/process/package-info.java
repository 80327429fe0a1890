/** Single processes: specification, start, readiness and stop. */
@NullMarked
package org.parley.launcher.process;

import org.jspecify.annotations.NullMarked;

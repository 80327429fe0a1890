/** Tests of process specifications and PID files. */
@NullMarked
package org.parley.launcher.process;

import org.jspecify.annotations.NullMarked;

/** Tests of process specifications, environments and PID files. */
@NullMarked
package org.parley.launcher.process;

import org.jspecify.annotations.NullMarked;

/** The processes of Parley: specification, environment, start and stop. */
@NullMarked
package org.parley.launcher.process;

import org.jspecify.annotations.NullMarked;

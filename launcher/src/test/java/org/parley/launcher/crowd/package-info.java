/** The crowd repeats what was not answered. */
@NullMarked
package org.parley.launcher.crowd;

import org.jspecify.annotations.NullMarked;

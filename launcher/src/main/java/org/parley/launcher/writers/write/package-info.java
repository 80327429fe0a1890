/** The kinds of writes that drills make. */
@NullMarked
package org.parley.launcher.writers.write;

import org.jspecify.annotations.NullMarked;

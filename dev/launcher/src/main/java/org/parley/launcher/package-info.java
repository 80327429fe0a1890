/** The command line of {@code ./parley}. */
@NullMarked
package org.parley.launcher;

import org.jspecify.annotations.NullMarked;

/** The categories, people and discussions of an empty development start. */
@NullMarked
package org.parley.launcher.seed;

import org.jspecify.annotations.NullMarked;

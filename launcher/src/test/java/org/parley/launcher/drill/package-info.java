/** Drills are found by name and shown as a table. */
@NullMarked
package org.parley.launcher.drill;

import org.jspecify.annotations.NullMarked;

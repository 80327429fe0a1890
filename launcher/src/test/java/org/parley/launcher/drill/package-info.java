/** Tests of drills. */
@NullMarked
package org.parley.launcher.drill;

import org.jspecify.annotations.NullMarked;

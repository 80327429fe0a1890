/** Tests of seeding. */
@NullMarked
package org.parley.launcher.seed;

import org.jspecify.annotations.NullMarked;

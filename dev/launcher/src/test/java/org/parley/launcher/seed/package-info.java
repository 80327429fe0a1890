/** Tests of the samples. */
@NullMarked
package org.parley.launcher.seed;

import org.jspecify.annotations.NullMarked;

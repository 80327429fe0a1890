/** Tests of timings. */
@NullMarked
package org.parley.launcher.timing;

import org.jspecify.annotations.NullMarked;

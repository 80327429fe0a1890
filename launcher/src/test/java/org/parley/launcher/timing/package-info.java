/** Tests of how timings are counted. */
@NullMarked
package org.parley.launcher.timing;

import org.jspecify.annotations.NullMarked;

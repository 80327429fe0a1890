/** Tests of repeated writes. */
@NullMarked
package org.parley.launcher.writers.write;

import org.jspecify.annotations.NullMarked;

/** Tests of benchmark reports. */
@NullMarked
package org.parley.launcher.bench;

import org.jspecify.annotations.NullMarked;

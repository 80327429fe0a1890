/** Receives traces of tests. */
@NullMarked
package org.parley.platform.test.trace;

import org.jspecify.annotations.NullMarked;

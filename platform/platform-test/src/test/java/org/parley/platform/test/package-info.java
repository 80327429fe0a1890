/** Proves that the rules can fail. */
@NullMarked
package org.parley.platform.test;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of what people do with {@code ./parley}.
 */
@NullMarked
package org.parley.launcher;

import org.jspecify.annotations.NullMarked;

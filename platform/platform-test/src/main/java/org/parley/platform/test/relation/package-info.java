/** Blocks and follows for tests. */
@NullMarked
package org.parley.platform.test.relation;

import org.jspecify.annotations.NullMarked;

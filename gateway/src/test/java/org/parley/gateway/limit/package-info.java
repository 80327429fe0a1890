/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.correlation;

import org.jspecify.annotations.NullMarked;

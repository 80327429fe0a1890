/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.problem;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.backend;

import org.jspecify.annotations.NullMarked;

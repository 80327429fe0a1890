/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.path;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.security;

import org.jspecify.annotations.NullMarked;

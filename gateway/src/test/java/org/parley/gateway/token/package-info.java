/**
 * Tests of who is calling.
 */
@NullMarked
package org.parley.gateway.token;

import org.jspecify.annotations.NullMarked;

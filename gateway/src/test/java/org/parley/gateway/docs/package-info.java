/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.docs;

import org.jspecify.annotations.NullMarked;

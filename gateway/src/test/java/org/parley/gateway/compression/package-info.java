/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.gateway.compression;

import org.jspecify.annotations.NullMarked;

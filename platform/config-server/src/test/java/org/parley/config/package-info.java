/**
 * Tests of the package of the same name.
 */
@NullMarked
package org.parley.config;

import org.jspecify.annotations.NullMarked;

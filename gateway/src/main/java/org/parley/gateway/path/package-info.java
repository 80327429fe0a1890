/**
 * Paths as every decision reads them.
 */
@NullMarked
package org.parley.gateway.path;

import org.jspecify.annotations.NullMarked;

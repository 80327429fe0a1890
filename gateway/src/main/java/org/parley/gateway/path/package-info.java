/** Comparison and validation of paths. */
@NullMarked
package org.parley.gateway.path;

import org.jspecify.annotations.NullMarked;

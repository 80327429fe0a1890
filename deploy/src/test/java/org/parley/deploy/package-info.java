/**
 * Tests the container files against the Compose schema and the rest of the repository.
 */
@NullMarked
package org.parley.deploy;

import org.jspecify.annotations.NullMarked;

/**
 * Holds the container files against the compose schema and against the rest of the house.
 */
@NullMarked
package org.parley.deploy;

import org.jspecify.annotations.NullMarked;

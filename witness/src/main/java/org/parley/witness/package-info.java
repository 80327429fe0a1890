/** A listener that hears everything and remembers what it heard. */
@NullMarked
package org.parley.witness;

import org.jspecify.annotations.NullMarked;

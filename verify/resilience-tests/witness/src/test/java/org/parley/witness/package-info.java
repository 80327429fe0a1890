/** The witness hears everything and says what it heard. */
@NullMarked
package org.parley.witness;

import org.jspecify.annotations.NullMarked;

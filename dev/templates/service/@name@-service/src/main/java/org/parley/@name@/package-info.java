/** Notes of people, each for its owner alone. */
@NullMarked
package org.parley.@name@;

import org.jspecify.annotations.NullMarked;

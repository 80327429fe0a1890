/** Programs crash where they shall, and nowhere else. */
@NullMarked
package org.parley.crash;

import org.jspecify.annotations.NullMarked;

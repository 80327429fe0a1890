/** Crashes at a chosen point of a program that knows nothing of it. */
@NullMarked
package org.parley.crash;

import org.jspecify.annotations.NullMarked;

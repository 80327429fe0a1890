/** Tells open clients at once what happens in the threads that they read. */
@NullMarked
package org.parley.realtime;

import org.jspecify.annotations.NullMarked;

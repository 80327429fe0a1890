/** Ends connections before a process refuses requests. */
@NullMarked
package org.parley.platform.shutdown;

import org.jspecify.annotations.NullMarked;

/** Ends connections before a process refuses requests. */
@NullMarked
package org.parley.platform.runtime.shutdown;

import org.jspecify.annotations.NullMarked;

/** A service to host in tests. */
@NullMarked
package org.parley.host.sample;

import org.jspecify.annotations.NullMarked;

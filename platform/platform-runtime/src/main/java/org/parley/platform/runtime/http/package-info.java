/** Clients of HTTP. */
@NullMarked
package org.parley.platform.runtime.http;

import org.jspecify.annotations.NullMarked;

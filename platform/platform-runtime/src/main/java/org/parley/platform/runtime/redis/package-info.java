/** Connections to Redis beside those of Spring. */
@NullMarked
package org.parley.platform.runtime.redis;

import org.jspecify.annotations.NullMarked;

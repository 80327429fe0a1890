/** Connections to Redis beside those of Spring. */
@NullMarked
package org.parley.platform.redis;

import org.jspecify.annotations.NullMarked;

/** Tests of connections to Redis. */
@NullMarked
package org.parley.platform.runtime.redis;

import org.jspecify.annotations.NullMarked;

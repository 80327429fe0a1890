/** Tests of connections to Redis. */
@NullMarked
package org.parley.platform.redis;

import org.jspecify.annotations.NullMarked;

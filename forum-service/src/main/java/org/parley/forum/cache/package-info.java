/** Response cache in this process and in Redis. It never returns outdated responses. */
@NullMarked
package org.parley.forum.cache;

import org.jspecify.annotations.NullMarked;

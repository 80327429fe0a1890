/** Tests of the response cache. */
@NullMarked
package org.parley.forum.cache;

import org.jspecify.annotations.NullMarked;

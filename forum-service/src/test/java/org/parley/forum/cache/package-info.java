/** Two instances, one Redis, and what may go wrong between them. */
@NullMarked
package org.parley.forum.cache;

import org.jspecify.annotations.NullMarked;

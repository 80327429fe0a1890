/** Publishes category snapshots. */
@NullMarked
package org.parley.forum.category.messaging;

import org.jspecify.annotations.NullMarked;

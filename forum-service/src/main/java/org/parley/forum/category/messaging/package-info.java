/** Creates the first categories from setup events and publishes category snapshots. */
@NullMarked
package org.parley.forum.category.messaging;

import org.jspecify.annotations.NullMarked;

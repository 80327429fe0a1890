/** The events that report changes of categories. */
@NullMarked
package org.parley.forum.category.event;

import org.jspecify.annotations.NullMarked;

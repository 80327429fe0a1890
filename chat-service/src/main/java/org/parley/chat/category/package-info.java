/** The forum's categories, which may restrict who may enter a room. */
@NullMarked
package org.parley.chat.category;

import org.jspecify.annotations.NullMarked;

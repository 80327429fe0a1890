/** Writes, lists and deletes notes. */
@NullMarked
package org.parley.@name@.note;

import org.jspecify.annotations.NullMarked;

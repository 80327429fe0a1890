/** Tests of notes. */
@NullMarked
package org.parley.@name@.note;

import org.jspecify.annotations.NullMarked;

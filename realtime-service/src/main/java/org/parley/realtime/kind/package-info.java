/** The kinds of rooms. */
@NullMarked
package org.parley.realtime.kind;

import org.jspecify.annotations.NullMarked;

/** Shows who gets in where, and who is shown out. */
@NullMarked
package org.parley.realtime.room;

import org.jspecify.annotations.NullMarked;

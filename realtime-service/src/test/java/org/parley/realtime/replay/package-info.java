/** Shows what is kept. */
@NullMarked
package org.parley.realtime.replay;

import org.jspecify.annotations.NullMarked;

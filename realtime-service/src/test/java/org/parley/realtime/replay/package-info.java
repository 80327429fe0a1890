/** Tests of the replay log. */
@NullMarked
package org.parley.realtime.replay;

import org.jspecify.annotations.NullMarked;

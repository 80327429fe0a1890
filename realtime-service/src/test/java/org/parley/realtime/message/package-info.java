/** Tests of sending messages. */
@NullMarked
package org.parley.realtime.message;

import org.jspecify.annotations.NullMarked;

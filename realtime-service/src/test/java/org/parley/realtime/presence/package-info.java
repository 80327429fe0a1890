/** Tests of presence. */
@NullMarked
package org.parley.realtime.presence;

import org.jspecify.annotations.NullMarked;
